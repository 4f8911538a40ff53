import { declaredNames } from './declared-names.ts';
import type { Project } from './load.ts';
import { pickSecrets } from './pick-secrets.ts';

/** The values of the secrets of `declaredNames`, by name, where they are set in `env`. */
export function declaredValues(
  project: Pick<Project, 'environments' | 'registry'>,
  env: Readonly<Record<string, string | undefined>>,
  environment?: string,
): Record<string, string> {
  return pickSecrets(declaredNames(project, environment), env);
}
