import { expect, it } from 'vitest';
import type { Diagnosis, Fault } from '../../schemas/diagnosis.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import { columnsOf } from './layout.ts';
import { createPaint } from './paint.ts';

const fault: Fault = {
  part: 'feed',
  name: 'Price feed',
  layer: 'provider',
  state: 'failing',
  reason: 'Price feed fails because nothing listens; it needs no other part.',
  evidence: [
    {
      block: 'runbooks/prices#feed',
      title: 'The feed answers',
      verdict: 'fail',
      message: 'Nothing listens.',
      step: 'Switch the feed.',
      provenAt: '2026-11-25T12:00:00.000Z',
    },
  ],
  explains: ['quotes'],
  notKnownBelow: [],
};
const whole: Diagnosis = {
  answer: 'fault',
  faults: [fault],
  consequences: [
    {
      part: 'quotes',
      name: 'Quote service',
      layer: 'backend',
      state: 'degraded',
      reason: 'Quote service is degraded because it needs what is at fault: Price feed fails.',
      of: ['feed'],
    },
  ],
  unknown: [{ part: 'relay', name: 'Relay', layer: 'provider', reason: 'No check looks at it.' }],
  states: { feed: 'failing', quotes: 'degraded', relay: 'unknown', app: 'healthy' },
};
const part = {
  id: 'feed',
  name: 'Price feed',
  layer: 'provider' as const,
  provider: 'example-feed',
  needs: [],
  checks: [],
  seenThrough: [],
};
const lines = (diagnosis: Diagnosis, width = 80, colour = false): string[] =>
  diagnosisLines({
    journey: { title: 'Swap', parts: [part] },
    diagnosis,
    environment: 'lab',
    paint: createPaint(colour),
    width,
  });

it('says the fault first, then consequences, what is not known, and what to do', () => {
  expect(lines(whole)).toEqual([
    'Swap: the fault lies with a provider: Price feed.',
    '',
    '✕ Failing  Price feed  provider · example-feed',
    '  Price feed fails because nothing listens; it needs no other part.',
    '  ✕ runbooks/prices#feed',
    '',
    'Only a consequence',
    '  ▲ Quote service is degraded because it needs what is at fault: Price feed',
    '    fails.',
    '',
    'Not known',
    '  ? Relay: No check looks at it.',
    '',
    'What to do',
    '  Price feed: runbooks/prices#feed',
    '    → Switch the feed.',
    '',
    '4 parts: 1 healthy · 1 degraded · 1 failing · 1 not known · environment lab',
  ]);
});

it('dims what is only a consequence, and nothing that must be read first', () => {
  const coloured = lines(whole, 80, true);
  const dim = '\u001b[2m';
  expect(coloured.find((line) => line.includes('Only a consequence'))).toContain(dim);
  expect(coloured.find((line) => line.includes('Switch the feed'))).not.toContain(dim);
});

it('has an answer when there is no fault', () => {
  const none = { ...whole, faults: [], consequences: [] };
  expect(lines({ ...none, answer: 'not-enough-known' }).join(' ')).toContain('not enough is known to name a fault');
  expect(lines({ ...none, answer: 'well', unknown: [] })[0]).toBe('Swap: all of its parts are well.');
});

it('counts further faults', () => {
  expect(lines({ ...whole, faults: [fault, fault] })[0]).toMatch(/, and one more\.$/);
  expect(lines({ ...whole, faults: [fault, fault, fault] })[0]).toMatch(/, and 2 more\.$/);
});

it('stays on its lines and within the width, whatever a target said', () => {
  const hostile = `${'word '.repeat(200)}\u001b[31m\n::error::x`;
  const evil: Fault = {
    ...fault,
    name: hostile,
    reason: hostile,
    evidence: fault.evidence.map((each) => ({ ...each, step: hostile })),
  };
  const shown = lines({ ...whole, faults: [evil] }, 60);
  for (const line of shown) expect(columnsOf(line), line).toBeLessThanOrEqual(60);
  expect(shown.join('')).not.toContain('\u001b');
  expect(shown.filter((line) => line.startsWith('::'))).toEqual([]);
});
