import type { JourneysData } from '../../schemas/journeys-data.ts';

/** All journeys as the build knew them; none where their file cannot be had. */
export async function askJourneys(base: string): Promise<JourneysData> {
  const answer = await fetch(`${base}journeys.json`).catch(() => null);
  const data = answer?.ok ? ((await answer.json().catch(() => null)) as JourneysData | null) : null;
  return data ?? { journeys: {}, blocks: {} };
}
