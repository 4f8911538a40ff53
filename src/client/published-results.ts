import { type LastResult, readResults } from './read-results.ts';

/** The results that were published with the site; none where there are none. */
export async function publishedResults(base: string): Promise<Map<string, LastResult>> {
  const answer = await fetch(`${base}results.json`).catch(() => null);
  return readResults(answer?.ok ? await answer.json().catch(() => null) : null);
}
