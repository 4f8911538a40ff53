import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../tests/contract/planned-block.ts';
import { notTaken } from '../checks/not-taken.ts';
import { judge } from './judge.ts';
import type { Taken } from './take-readings.ts';

const specs = {
  blockAge: { unit: 's', summary: '' },
  chainId: { type: 'integer', summary: '' },
  lag: { unit: 'blocks', summary: '' },
  '/status': { type: 'any', summary: '' },
} as const;
const rows = rowsOf({ chainId: '= 56', blockAge: ['< 15 s', '< 60 s'], lag: '<= 5 blocks' });
const judged = (values: Record<string, unknown>, table = rows) =>
  judge(table, specs, new Map(Object.entries(values)) as Taken);

describe('judge', () => {
  it('passes when every row is healthy', () => {
    const { verdict, reason, readings } = judged({ chainId: 56, blockAge: 3, lag: 0 });
    expect(verdict).toBe('pass');
    expect(reason).toBeNull();
    expect(readings[1]).toEqual({
      name: 'blockAge',
      value: 3,
      unit: 's',
      healthy: '< 15 s',
      degraded: '< 60 s',
      verdict: 'pass',
    });
  });

  it('warns when a row is only degraded, with what was seen and what was expected', () => {
    const { verdict, reason } = judged({ chainId: 56, blockAge: 42, lag: 0 });
    expect(verdict).toBe('warn');
    expect(reason).toMatchObject({
      code: 'degraded',
      message: '`blockAge` is 42 s; healthy is `< 15 s`, degraded `< 60 s`.',
    });
  });

  it('fails at the worst row and counts the others', () => {
    const { verdict, reason } = judged({ chainId: 1, blockAge: 250, lag: 0 });
    expect(verdict).toBe('fail');
    expect(reason).toMatchObject({
      code: 'expectation',
      message: '`chainId` is 1; expected `= 56`. 1 more row is not healthy.',
    });
  });

  it('takes an absent reading as absent, not as an error', () => {
    expect(judged({ chainId: 56, blockAge: 1 }).reason?.message).toBe('`lag` is absent; expected `<= 5 blocks`.');
  });

  it('is neither green nor red where a reading could not be taken', () => {
    const { verdict, reason, readings } = judged({
      chainId: 56,
      blockAge: 1,
      lag: notTaken('the peer `b` did not answer'),
    });
    expect(verdict).toBe('warn');
    expect(reason?.message).toBe(
      '`lag` could not be taken: the peer `b` did not answer. All other readings are healthy.',
    );
    expect(readings[2]).toMatchObject({ value: null, verdict: 'skip' });
    expect(judged({ chainId: 1, blockAge: 1, lag: notTaken('x') }).verdict).toBe('fail');
  });

  it('shortens a long text in the sentence', () => {
    const { reason } = judged({ '/status': 'x'.repeat(5000) }, rowsOf({ '/status': '= ok' }));
    expect(reason?.message.length).toBeLessThan(260);
  });
});
