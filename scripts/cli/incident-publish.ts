import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../../src/project/load.ts';
import { publishStatus } from '../../src/reporters/publish-status.ts';
import type { Incident } from '../../src/schemas/incident.ts';
import { UsageError } from './define-command.ts';

/** With `--publish DIR`: tells the sites that are built there, with the record as it is now. */
export async function publishAlso(project: Project, incident: Incident, dir: string | undefined): Promise<void> {
  if (dir === undefined) return;
  if (!existsSync(dir))
    throw new UsageError(`\`--publish ${dir}\`: there is no such folder. The record itself was written.`);
  const withThis = new Map(project.incidents).set(incident.id, incident);
  // The newest first; ids begin with their day.
  const incidents = new Map([...withThis].sort(([a], [b]) => (a < b ? 1 : -1)));
  const { state } = await publishStatus(resolve(dir), { ...project, incidents });
  process.stderr.write(`The sites in ${resolve(dir)} say so now; users read: ${state}.\n`);
}
