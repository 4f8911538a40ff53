import { describe, expect, it } from 'vitest';
import en from '../content/i18n/en.json' with { type: 'json' };
import { resultWords } from '../integration/words.ts';
import { staleMark, verdictMarks } from '../schemas/verdict.ts';
import { showAge } from '../text/show-age.ts';
import { type LastResult, readResults } from './read-results.ts';
import { ageText, clip, shapes, stateOf } from './verdict-state.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const result = (over: Partial<LastResult> = {}): LastResult => ({
  title: 'A title',
  verdict: 'pass',
  provenAt: now - 240_000,
  durationMs: null,
  freshFor: 300_000,
  reason: null,
  readings: [],
  from: null,
  ...over,
});

describe('stateOf', () => {
  it('is the verdict while the proof is fresh, and stale after', () => {
    expect(stateOf(result(), 0, now)).toBe('pass');
    expect(stateOf(result(), 0, now + 60_001)).toBe('stale');
    expect(stateOf(result({ verdict: 'fail' }), 0, now + 60_001)).toBe('stale');
  });

  it('takes the page’s freshness where the proof has none', () => {
    expect(stateOf(result({ freshFor: null }), 300_000, now)).toBe('pass');
    expect(stateOf(result({ freshFor: null }), 100_000, now)).toBe('stale');
  });
});

describe('ageText', () => {
  const words = resultWords(en, 'internal');
  it('says when it was proven, and what a stale proof was', () => {
    expect(ageText(result(), 'pass', words, now)).toBe('proven 4 min ago');
    expect(ageText(result(), 'stale', words, now)).toBe('4 min ago: Healthy');
  });

  it.each([
    [0, '0 s'],
    [-5000, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_000, '59 min'],
    [7_200_000, '2 h'],
    [200_000_000, '2 d'],
  ])('shows %i ms as %s', (ms, text) => {
    expect(showAge(ms)).toBe(text);
  });
});

describe('clip', () => {
  it('leaves what has 120 characters, and cuts what has more to that', () => {
    expect(clip('é'.repeat(120))).toBe('é'.repeat(120));
    expect([...clip('😀'.repeat(121))]).toEqual([...'😀'.repeat(119), '…']);
  });
});

describe('shapes', () => {
  it('are those of the other places that show verdicts', () => {
    for (const [verdict, { shape }] of Object.entries(verdictMarks))
      expect(shapes[verdict as keyof typeof shapes]).toBe(shape);
    expect(shapes.stale).toBe(staleMark.shape);
  });
});

describe('readResults', () => {
  const provenAt = '2026-11-22T11:56:00.000Z';
  it('reads what the internal site gets', () => {
    const results = readResults({
      version: 1,
      blocks: {
        'a#b': {
          title: 'A title',
          verdict: 'fail',
          provenAt,
          freshFor: 5,
          reason: { code: 'tls', message: 'm', hint: 'h' },
          durationMs: 1,
          readings: [],
          environment: 'lab',
          by: 'ci',
        },
      },
    });
    expect(results.get('a#b')).toEqual({
      title: 'A title',
      verdict: 'fail',
      provenAt: now - 240_000,
      durationMs: 1,
      freshFor: 5,
      reason: { code: 'tls', message: 'm', hint: 'h' },
      readings: [],
      from: { environment: 'lab', by: 'ci' },
    });
  });

  it('reads what the public site gets', () => {
    const results = readResults({ version: 1, blocks: { 'a#b': { verdict: 'slow', provenAt } } });
    expect(results.get('a#b')).toMatchObject({ verdict: 'warn', freshFor: null, readings: [] });
  });

  it.each([
    null,
    3,
    'x',
    {},
    { version: 2, blocks: {} },
    { version: 1 },
    { version: 1, blocks: { a: null, b: {}, c: { verdict: 'odd', provenAt }, d: { verdict: 'pass', provenAt: 'x' } } },
  ])('leaves out what is of another shape', (value) => {
    expect(readResults(value).size).toBe(0);
  });
});
