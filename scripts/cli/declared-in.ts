import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { serviceNames } from '../../lab/service-names.ts';
import { declaredNames } from '../../src/project/declared-names.ts';
import { loadProject } from '../../src/project/load.ts';
import { pickSecrets } from '../../src/runner/pick-secrets.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/**
 * The values of the secrets that a tree's targets and checks declare, where they are set: those of all
 * environments, or of the one that is named. Mistakes in the tree are no reason to leave a secret in.
 */
export async function declaredIn(
  root: string,
  environment: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const folder = resolve(root);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`\`--root ${root}\` is no folder.`);
  const project = await loadProject({ root: folder, services: serviceNames(), checks: 'used' });
  const known = [...project.environments.keys()];
  if (environment !== undefined && !known.includes(environment))
    throw new UsageError(`There is no environment \`${environment}\`.${suggest(environment, known)}`);
  return pickSecrets(declaredNames(project, environment), env);
}
