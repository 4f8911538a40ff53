import type { StatusTree } from './journey-status.ts';
import type { Project } from './load.ts';
import { loadIncidents } from './load-incidents.ts';
import { loadJourneys } from './load-journeys.ts';

/**
 * What a project's status is told from, as the tree is now; commands that run blocks have not read it. `unread` are
 * paths of incidents that cannot be read.
 */
export async function statusTree({ root, pages }: Project): Promise<StatusTree & { unread: readonly string[] }> {
  const [{ journeys }, { incidents, unread }] = await Promise.all([loadJourneys(root, 'all'), loadIncidents(root)]);
  return { journeys, incidents, pages, unread };
}
