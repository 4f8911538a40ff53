import { describe, expect, it } from 'vitest';
import type { Journey, Part } from '../schemas/journey.ts';
import { answerText } from './answer-text.ts';
import type { Finding, Findings } from './finding.ts';
import { localise } from './localise.ts';

const part = (id: string, needs: string[], over: Partial<Part> = {}): Part => ({
  id,
  name: id.toUpperCase(),
  layer: 'backend',
  needs,
  checks: [{ kind: 'asked', block: `p#${id}` }],
  seenThrough: [],
  ...over,
});
const journey: Pick<Journey, 'parts' | 'entries'> = { entries: ['a'], parts: [part('a', ['b']), part('b', [])] };
const says = (verdicts: Record<string, Finding['verdict']>, of = journey): string => {
  const findings: Findings = new Map(
    Object.entries(verdicts).map(([id, verdict]) => [
      `p#${id}`,
      {
        title: id,
        verdict,
        isStale: false,
        reason: verdict === 'pass' ? null : { code: 'timeout', message: 'It did not answer.' },
        readings: [],
        provenAt: '2026-11-01T00:00:00.000Z',
        step: null,
      },
    ]),
  );
  return answerText(localise(of, findings));
};

describe('answerText', () => {
  it('says what is at fault, and why', () => {
    expect(says({ a: 'fail', b: 'fail' })).toBe('B fails because it did not answer; it needs no other part.');
  });

  it('names the others that are at fault', () => {
    const two = { entries: ['a', 'b'], parts: [part('a', []), part('b', [])] };
    expect(says({ a: 'fail', b: 'fail' }, two)).toMatch(/^A fails .* Also at fault: B\.$/);
  });

  it('says that all is well, and what is not known where nothing needs that', () => {
    expect(says({ a: 'pass', b: 'pass' })).toBe('All of its parts are well.');
    const aside = { ...journey, parts: [...journey.parts, part('c', [], { checks: [] })] };
    expect(says({ a: 'pass', b: 'pass' }, aside)).toBe(
      'All that it needs is well. Not known, and only compared with: C.',
    );
  });

  it('says what is not known, and why', () => {
    expect(says({ a: 'pass', b: 'error' })).toBe(
      'Not enough is known: B. It did not answer. Nothing that is known of is unwell.',
    );
    expect(says({})).toBe('Not enough is known: nothing fresh is known of any part.');
  });
});
