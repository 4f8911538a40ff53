import { expect, it } from 'vitest';
import type { ReadingResult, Result } from '../schemas/report.ts';
import { checkNodeSchema } from '../schemas/tree.ts';
import { chooseBranch } from './choose-branch.ts';

const node = checkNodeSchema.parse({
  kind: 'check',
  check: 'runbooks/a/page#tx',
  question: 'What became of it?',
  choices: {
    split: { label: 'They disagree', on: ['fail'], when: { agrees: '= false' }, to: 'a' },
    late: { label: 'It is late', when: { age: '> 1 min' }, to: 'b' },
    bad: { label: 'It is not well', on: ['fail'], to: 'c' },
    well: { label: 'It is well', on: ['pass'], to: 'd' },
    person: { label: 'Something else', to: 'e' },
  },
});
const reading = (name: string, value: ReadingResult['value'], more: Partial<ReadingResult> = {}): ReadingResult => ({
  name,
  value,
  unit: null,
  healthy: '= true',
  degraded: null,
  verdict: 'fail',
  ...more,
});
const result = (verdict: Result['verdict'], readings: ReadingResult[] = [], reason: Result['reason'] = null) => ({
  verdict,
  readings,
  reason,
});

it('takes the first choice that fits the verdict and every reading it names', () => {
  expect(chooseBranch(node, result('fail', [reading('agrees', false)])).choice).toBe('split');
  expect(chooseBranch(node, result('fail', [reading('agrees', true)])).choice).toBe('bad');
  expect(chooseBranch(node, result('pass', [reading('agrees', false)])).choice).toBe('well');
});

it('compares a reading in its unit, whatever the verdict where the choice names none', () => {
  const age = (ms: number) => [reading('age', ms, { unit: 'ms', healthy: '< 15 s' })];
  expect(chooseBranch(node, result('pass', age(61_000))).choice).toBe('late');
  expect(chooseBranch(node, result('fail', age(59_000))).choice).toBe('bad');
});

it('takes no reading for granted that was not taken', () => {
  const absent = checkNodeSchema.parse({
    ...node,
    choices: {
      none: { label: 'No hash', when: { hash: 'absent' }, to: 'a' },
      any: { label: 'Else', on: ['fail'], to: 'b' },
    },
  });
  expect(chooseBranch(absent, result('fail')).choice).toBe('any');
  expect(chooseBranch(absent, result('fail', [reading('hash', null)])).choice).toBe('none');
});

it.each(['error', 'skip'] as const)('asks the person at `%s`, which says nothing of the target', (verdict) => {
  const reason = { code: 'needs-input', message: 'The block asks for `hash`, and got none.', hint: '' } as const;
  expect(chooseBranch(node, result(verdict, [reading('agrees', false)], reason))).toEqual({
    choice: null,
    why: expect.stringContaining(verdict === 'skip' ? 'Not run' : 'Could not tell'),
  });
});

it('asks the person where no choice is for the verdict', () => {
  expect(chooseBranch(node, result('warn'))).toEqual({ choice: null, why: 'Degraded. No branch is for that.' });
});

it('says why: the rows that made the verdict, or what kept it from having any', () => {
  const { why } = chooseBranch(
    node,
    result('fail', [
      reading('age', 300_000, { unit: 'ms', healthy: '< 15 s' }),
      reading('chainId', 56, { verdict: 'pass', healthy: '= 56' }),
    ]),
  );
  expect(why).toBe('Failing: `age` is 5 min, healthy is `< 15 s`.');
  const reason = { code: 'unreachable', message: 'Nothing answers at the address.', hint: '' } as const;
  expect(chooseBranch(node, result('fail', [], reason)).why).toBe('Failing. Nothing answers at the address.');
});
