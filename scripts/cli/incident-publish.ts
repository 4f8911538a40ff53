import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Project } from '../../src/project/load.ts';
import { UsageError } from './define-command.ts';
import { tellStatus } from './tell-status.ts';

/** Where `--publish DIR` leads; wrong use where no site is built there, before anything is written. */
export function sitesIn(dir: string | undefined): string | null {
  if (dir === undefined) return null;
  const sites = resolve(dir);
  if (!['public', 'internal'].some((site) => existsSync(join(sites, site))))
    throw new UsageError(`\`--publish ${dir}\`: no site is built there; expected \`public\` or \`internal\` in it.`);
  return sites;
}

/** Tells the sites that are built in `sites`, from the tree with the record as it is now. */
export async function publishAlso(project: Project, sites: string | null): Promise<void> {
  if (sites === null) return;
  const status = await tellStatus(sites, project);
  if (status) process.stderr.write(`The sites in ${sites} say so now; users read: ${status.state}.\n`);
}
