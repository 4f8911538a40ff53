import { expect, it } from 'vitest';
import type { PublicIncident } from '../schemas/public-status.ts';
import { feedEntries } from './feed-entries.ts';

it('words of one minute are entries of their own, the newest first', () => {
  const at = '2026-11-20T10:00:00.000Z';
  const said = (phase: PublicIncident['phase'], text: string | null) => ({
    phase,
    at,
    text: text ? { en: text } : null,
  });
  const incident: PublicIncident = {
    id: 'x',
    phase: 'identified',
    effect: 'slow',
    headline: { en: 'It fails' },
    workaround: null,
    journeys: [],
    startedAt: at,
    resolvedAt: null,
    updates: [
      said('investigating', 'One.'),
      said('investigating', 'Two.'),
      said('identified', null),
      said('identified', 'Three.'),
    ],
    spans: [],
  };
  expect(feedEntries([incident]).map(({ id, text }) => [id, text.en])).toEqual([
    [`x-identified-${at}`, 'Three.'],
    [`x-investigating-${at}-2`, 'Two.'],
    [`x-investigating-${at}`, 'One.'],
  ]);
});
