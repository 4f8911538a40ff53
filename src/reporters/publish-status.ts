import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOnly } from '../incidents/open-only.ts';
import { type StatusTree, statusOf } from '../project/journey-status.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import { internalResultsSchema } from '../schemas/published.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes `status.json`, and for the banners `incidents.json`, below `<dir>/internal` and `<dir>/public`, the same for both: what users may know of
 * journeys and incidents, from the tree as it is and the internal results that stand in `dir`. Pages read it when
 * they are opened, so that a site that is not built again still tells what is new.
 */
export async function publishStatus(dir: string, tree: StatusTree, now = Date.now()): Promise<PublicStatus> {
  const text = await readFile(join(dir, 'internal', 'results.json'), 'utf8').catch(() => 'null');
  const results = internalResultsSchema.safeParse(parsed(text));
  const status = statusOf(tree, results.success ? results.data.blocks : {}, now);
  for (const site of ['internal', 'public']) {
    await writeWhole(join(dir, site), 'status.json', status);
    await writeWhole(join(dir, site), 'incidents.json', openOnly(status));
  }
  return status;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
