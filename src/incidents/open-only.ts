import type { PublicStatus } from '../schemas/public-status.ts';

/** `incidents.json`: what banners need, so that no article loads the history. */
export type OpenIncidents = Pick<PublicStatus, 'version' | 'publishedAt' | 'incidents'>;

export function openOnly({ version, publishedAt, incidents }: PublicStatus): OpenIncidents {
  return { version, publishedAt, incidents: incidents.filter(({ effect }) => effect !== null) };
}
