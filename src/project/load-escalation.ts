import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { type Escalation, escalationSchema, roleSchema, severityLevelSchema } from '../schemas/escalation.ts';
import { suggest } from '../text/nearest.ts';
import { folders, packageRoot, pathFrom } from './folders.ts';
import { readYaml } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, reporter, reportIssues } from './yaml-mistakes.ts';

/** Reads `src/content/escalation.yaml`; in a tree without one, the severities and roles that Runlight ships hold. */
export async function loadEscalation(
  root: string,
  teams: readonly string[],
  look: SecretLook | null = null,
): Promise<{ escalation: Escalation; diagnostics: Diagnostic[] }> {
  const own = join(root, folders.escalation);
  if (!existsSync(own)) return { escalation: await shipped(), diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const yaml = await readYaml(own, look);
  const report = reporter(pathFrom(root, own), 'escalation-invalid', diagnostics);
  if (!isUsable(yaml, report)) {
    if (yaml.data === null && yaml.error === null)
      report({ line: 1, column: 1 }, 'The file is empty; expected `inDoubt`, `severities` and `roles`.');
    return { escalation: await shipped(), diagnostics };
  }
  const parsed = escalationSchema.safeParse(yaml.data);
  if (!parsed.success) {
    const known = [escalationSchema, roleSchema, severityLevelSchema].flatMap(({ shape }) => Object.keys(shape));
    reportIssues(parsed.error, null, yaml, () => known, report);
    return { escalation: await shipped(), diagnostics };
  }
  for (const [name, { team }] of Object.entries(parsed.data.roles))
    if (team !== undefined && !teams.includes(team))
      report(
        yaml.positionOf('roles', name, 'team'),
        `There is no team \`${team}\`.${suggest(team, teams)}`,
        'unknown-owner',
      );
  return { escalation: parsed.data, diagnostics };
}

async function shipped(): Promise<Escalation> {
  const yaml = await readYaml(join(packageRoot, folders.escalation));
  return escalationSchema.parse(yaml.data);
}
