import { describe, expect, it } from 'vitest';
import { createRedactTyped } from '../redact-typed.ts';
import { judgeText } from './judge-text.ts';

const redactTyped = createRedactTyped();
const judge = (text: string) => judgeText(text, redactTyped);
const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const digest = 'c0ffee12'.repeat(8);

describe('a text in the search box', () => {
  it.each([
    ['a recovery phrase', phrase],
    ['one over lines, in a message', `hola, mis palabras:\n${phrase.split(' ').join('\n')}\nayuda`],
    ['a key that is called one', `my private key is 0x${digest}`],
    ['a key that is called one in Portuguese', `chave: ${digest}`],
    ['a phrase beside a hash', `${digest} ${phrase}`],
  ])('is refused where it is %s', async (_, text) => {
    expect(await judge(text)).toEqual({ kind: 'secret' });
  });

  it.each([digest, `0x${digest}`, ` 0x${digest}\n`])(
    'may be a key or a hash where it is only digits: %j',
    async (text) => {
      expect(await judge(text)).toEqual({ kind: 'digest' });
    },
  );

  it('loses digits that nothing calls a hash, and keeps the rest', async () => {
    expect(await judge(`my swap failed 0x${digest} help`)).toEqual({
      kind: 'safe',
      text: 'my swap failed   help',
      leftOut: 1,
    });
  });

  it('keeps a hash that is called one', async () => {
    const text = `tx 0x${digest} reverted`;
    expect(await judge(text)).toEqual({ kind: 'safe', text, leftOut: 0 });
  });

  it('counts what was left out', async () => {
    expect(await judge('Failed. ana@example.com, +1 415 555 0132')).toEqual({
      kind: 'safe',
      text: 'Failed. [e-mail removed], [phone number removed]',
      leftOut: 2,
    });
  });

  it.each([
    'I sent my usdt to the wrong network and now it does not show up in my wallet what can I do please help',
    'No puedo enviar, me dice fondos insuficientes para gas * precio + valor y no sé qué hacer con eso',
    'nonce too low: next nonce 12, tx nonce 9',
  ])('stays as people write it: %s', async (text) => {
    expect(await judge(text)).toEqual({ kind: 'safe', text, leftOut: 0 });
  });
});
