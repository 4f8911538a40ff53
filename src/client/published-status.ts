import type { PublicStatus } from '../schemas/public-status.ts';

/** The status that was published with the site; `null` where there is none that can be read. */
export async function publishedStatus(base: string): Promise<PublicStatus | null> {
  const answer = await fetch(`${base}status.json`).catch(() => null);
  const value: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const status = value as Partial<PublicStatus> | null;
  const isWhole = status?.version === 1 && Array.isArray(status.incidents) && typeof status.journeys === 'object';
  return isWhole ? (status as PublicStatus) : null;
}
