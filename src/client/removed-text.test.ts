import { expect, it } from 'vitest';
import { removedText } from './removed-text.ts';

it('says what was taken out, and nothing where nothing was', () => {
  expect(removedText([])).toBe('');
  expect(removedText([{ kind: 'email', count: 1 }])).toBe('an e-mail address');
  expect(
    removedText([
      { kind: 'jwt', count: 1 },
      { kind: 'email', count: 1 },
      { kind: 'phone', count: 2 },
    ]),
  ).toBe('a JWT, an e-mail address and 2 phone numbers');
});
