import { secretsOf } from '../schemas/target.ts';
import type { Project } from './load.ts';

/** Secrets of Runlight's own, which no target and no check declares. */
export const ownSecrets = ['RUNLIGHT_PACKET_KEY'] as const;

/**
 * The names of all secrets that a tree's targets and checks declare, those of all environments or of one, and
 * of Runlight's own. Their values are in nothing that Runlight tells.
 */
export function declaredNames(
  { environments, registry }: Pick<Project, 'environments' | 'registry'>,
  environment?: string,
): string[] {
  const targets = [...environments]
    .filter(([name]) => environment === undefined || name === environment)
    .flatMap(([, each]) => Object.values(each));
  const checks = [...registry.values()].flatMap(({ definition }) => definition.secrets ?? []);
  return [...new Set([...targets.flatMap(secretsOf), ...checks, ...ownSecrets])];
}
