import { expect, test } from 'vitest';
import { createPaint } from '../../src/reporters/terminal/paint.ts';
import type { FoundDocument } from '../../src/schemas/search.ts';
import { searchLines } from './search-lines.ts';

test('An incident that is not over says so in words: ● would be healthy', () => {
  const incident: FoundDocument = {
    kind: 'incident',
    slug: 'late',
    locale: 'en',
    title: 'Transfers arrive late',
    description: '',
    url: '/incidents/late/',
    active: true,
    score: 1,
    reasons: [],
  };
  const groups = [{ kind: 'incident' as const, results: [incident, { ...incident, active: false }] }];
  const lines = searchLines({ results: [], groups, errors: [], corrected: [] }, createPaint(false), 80);
  expect(lines.filter((line) => line.includes('late') && !line.includes('/'))).toEqual([
    '  Happening now: Transfers arrive late',
    '  Transfers arrive late',
  ]);
});
