import { secretsOf } from '../schemas/target.ts';
import type { Project } from './load.ts';

/** Secrets of Runlight's own, which no target and no check declares. */
export const ownSecrets = ['RUNLIGHT_PACKET_KEY'] as const;

/**
 * The values of the secrets that a tree's targets and checks declare, and of Runlight's own, where they are
 * set in `env`: those of all environments, or of the one that is named.
 */
export function declaredValues(
  project: Pick<Project, 'environments' | 'registry'>,
  env: Readonly<Record<string, string | undefined>>,
  environment?: string,
): Record<string, string> {
  const targets = [...project.environments]
    .filter(([name]) => environment === undefined || name === environment)
    .flatMap(([, each]) => Object.values(each));
  const checks = [...project.registry.values()].flatMap(({ definition }) => definition.secrets ?? []);
  const names = [...targets.flatMap(secretsOf), ...checks, ...ownSecrets];
  return Object.fromEntries(names.flatMap((name): [string, string][] => (env[name] ? [[name, env[name]]] : [])));
}
