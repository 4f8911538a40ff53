import { describe, expect, it } from 'vitest';
import { placeholderKinds, placeholderNames, placeholders } from '../schemas/placeholder.ts';
import { createRedactTyped } from './redact-typed.ts';

const redactTyped = createRedactTyped();
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const digest = `${'c0ffee12'.repeat(8)}`;

describe('what is typed', () => {
  it.each([
    ['a recovery phrase', phrase, 'a few words on one line'],
    ['one over lines, in a sentence', `my words: ${phrase.replaceAll(' ', '\n')}`, 'a sentence on one line'],
    ['one where hashes belong', phrase.replaceAll(' ', '\n'), 'a transaction hash or signature'],
    ['what may be a key', digest, 'an order or ticket number, without spaces'],
  ])('is refused where it is %s', async (_, typed, expected) => {
    expect(await redactTyped(typed, expected)).toEqual({ kind: 'secret' });
  });

  it('keeps hashes where hashes belong, one a line', async () => {
    const typed = `0x${digest}\n${digest}`;
    expect(await redactTyped(typed, 'a transaction hash or signature')).toEqual({
      kind: 'safe',
      text: typed,
      removed: [],
    });
  });

  it('loses what is nobody’s business, and says so', async () => {
    expect(await redactTyped('Write to ana@example.com', 'a sentence on one line')).toEqual({
      kind: 'safe',
      text: 'Write to [e-mail removed]',
      removed: [{ kind: 'email', count: 1 }],
    });
  });

  it('stays as it is where it is what a placeholder asks for', async () => {
    for (const name of placeholderNames) {
      const { example, kind } = placeholders[name];
      const { expected } = placeholderKinds[kind];
      expect(await redactTyped(example, expected), name).toEqual({ kind: 'safe', text: example, removed: [] });
    }
  });
});
