import type { StatusTree } from './journey-status.ts';
import type { Project } from './load.ts';
import { loadIncidents } from './load-incidents.ts';
import { loadJourneys } from './load-journeys.ts';

/** What a project's status is told from; commands that run blocks have not read it. */
export async function statusTree({ root, pages }: Project): Promise<StatusTree> {
  const [{ journeys }, { incidents }] = await Promise.all([loadJourneys(root, 'all'), loadIncidents(root)]);
  return { journeys, incidents, pages };
}
