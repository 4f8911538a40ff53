import { expect, it } from 'vitest';
import { missingFacts } from '../../packet/missing-facts.ts';
import { packetSources } from '../../schemas/case-facts.ts';
import { essentialsOf } from './paint-missing.ts';

it.each(packetSources)('lists every essential that a packet of kind %s can lack', (kind) => {
  const draft = { from: { kind, id: 'x' }, facts: {}, severity: null, outcome: null };
  const missing = missingFacts(draft, 0).map(({ fact }) => fact);
  expect(new Set(essentialsOf(kind, null))).toEqual(new Set(missing));
  expect(essentialsOf(kind, null)).toHaveLength(missing.length);
});
