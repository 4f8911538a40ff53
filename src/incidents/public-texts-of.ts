import type { Incident } from '../schemas/incident.ts';
import type { PublicText } from '../schemas/public-text.ts';

/** Everything of a record that is written for users, with where it stands in the front matter. */
export function publicTextsOf(incident: Incident): { text: PublicText; path: PropertyKey[] }[] {
  const { headline, workaround, status } = incident;
  return [
    ...(headline ? [{ text: headline, path: ['headline'] }] : []),
    ...(workaround ? [{ text: workaround, path: ['workaround'] }] : []),
    ...status.flatMap(({ text }, index) => (text ? [{ text, path: ['status', index, 'text'] }] : [])),
  ];
}
