import { declaredNames } from '../project/declared-names.ts';
import type { Project } from '../project/load.ts';
import { pickSecrets } from '../project/pick-secrets.ts';
import { type DeclaredSecrets, declaredSecrets } from '../redact/declared-secrets.ts';

/** The secrets that a tree declares, as far as they are set, ready to be looked for; `null` where there are none. */
export function declaredOf(
  project: Project,
  env: Readonly<Record<string, string | undefined>>,
): DeclaredSecrets | null {
  return declaredSecrets(pickSecrets(declaredNames(project), env));
}
