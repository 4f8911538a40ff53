import { expect, it } from 'vitest';
import { replyOf } from './terminal-asker.ts';

const ids = ['well', 'behind', 'split'];

it.each([
  ['2', 'behind'],
  ['split', 'split'],
])('takes %j for an answer', (typed, choice) => {
  expect(replyOf(typed, ids, null)).toEqual({ kind: 'choice', choice });
});

it('takes Enter alone for the check’s answer, and asks again where there is none', () => {
  expect(replyOf('', ids, 'behind')).toEqual({ kind: 'choice', choice: 'behind' });
  expect(replyOf('', ids, null)).toEqual({ said: 'Type the number of an answer.' });
});

it.each([
  ['b', 'back'],
  ['R', 'restart'],
  ['quit', 'quit'],
])('takes %j for a key', (typed, kind) => {
  expect(replyOf(typed, ids, null)).toEqual({ kind });
});

it('says what may be typed, and shows nothing that could act on the terminal', () => {
  expect(replyOf('0', ids, null)).toEqual({ said: '`0` is no answer; type a number from 1 to 3.' });
  expect(replyOf('4', ids, null)).toHaveProperty('said');
  expect(replyOf('wel', ids, null)).toEqual({ said: expect.stringContaining('Did you mean `well`?') });
  expect(replyOf('\u001b[2J', ids, null)).toEqual({ said: 'That is no answer; type a number from 1 to 3.' });
  const pasted = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
  expect(replyOf(pasted, ids, null)).toEqual({ said: 'That is no answer; type a number from 1 to 3.' });
});
