import { describe, expect, it } from 'vitest';
import { fieldName } from './field-name.ts';
import { hideCase, hidePeople } from './hide-people.ts';
import { plainText } from './plain-text.ts';
import { ticketLanguage } from './ticket-language.ts';

describe('people in tickets', () => {
  it.each([
    ['Help me, Maria Quispe here', ['Maria Quispe'], ['Maria', 'Quispe']],
    ['help, joão albuquerque', ['João Albuquerque'], ['joão', 'albuquerque']],
    ['My name is Kateryna Shevchuk. My swap failed', [], ['Kateryna', 'Shevchuk']],
    ['hola me llamo ximena urrutia y no llega', [], ['ximena', 'urrutia']],
    ['Meu nome é Thiago Vasconcelos.', [], ['Thiago', 'Vasconcelos']],
    ["Hi, I'm Hannah Lindqvist, my card fails", [], ['Hannah', 'Lindqvist']],
    ['It fails.\nThanks,\nOluwaseun Adeyemi', [], ['Oluwaseun', 'Adeyemi']],
    ['No llega. Saludos, Diego Ibarrola', [], ['Diego', 'Ibarrola']],
    ['Obrigada\nBeatriz Figueiredo', [], ['Beatriz', 'Figueiredo']],
  ])('%s', (text, people, gone) => {
    const safe = hidePeople(text, people);
    for (const word of gone) expect(safe).not.toContain(word);
  });

  it('leaves what happened', () => {
    expect(hidePeople('My swap of USDT failed, I am worried', ['Maria Quispe'])).toBe(
      'My swap of USDT failed, I am worried',
    );
    expect(hidePeople('this is urgent, soy nuevo', [])).toContain('urgent');
  });

  it('takes out what points at one case, and leaves error codes', () => {
    const text = `0x${'ab'.repeat(20)} 0xd8dA…6045 order 11a2f-simplex-2026-000198273 https://etherscan.io/tx/1 @maria_q 4455 6677, error -32603, code 4001, 12 words`;
    const safe = hideCase(text);
    for (const gone of ['0xab', 'd8dA', 'simplex', 'etherscan', 'maria', '4455', '6677'])
      expect(safe).not.toContain(gone);
    for (const kept of ['-32603', '4001', '12 words']) expect(safe).toContain(kept);
  });
});

describe('a text made to be slow', () => {
  it.each([
    ['tags that are never closed', () => plainText('<a'.repeat(2_000_000))],
    ['tags, of which one is closed', () => plainText(`<p>${'<br'.repeat(2_000_000)}`)],
    ['a signature of one long word', () => hidePeople(`Thanks ${'A'.repeat(4000)}1`, [])],
    ['a greeting of one long word', () => hidePeople(`Hello ${'A'.repeat(4000)}1`, [])],
    ['a name of brackets', () => fieldName('('.repeat(1_000_000))],
  ])('is read at once: %s', (_, read) => {
    const before = performance.now();
    read();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('what a person wrote', () => {
  it('HTML loses its tags, and a mail what it repeats', () => {
    expect(plainText('<style>p{}</style><p>Hello &amp; help<br>it <b>fails</b></p><blockquote>old</blockquote>')).toBe(
      'Hello & help\nit fails',
    );
    expect(plainText('It fails.\n\nOn Mon, Nov 2 2026, Support wrote:\n> hi')).toBe('It fails.');
    expect(plainText('a < b and c > d')).toBe('a < b and c > d');
  });

  it.each([
    ['en', 'my transfer is stuck since yesterday and I am worried'],
    ['es', 'no me llega el dinero que compre ayer'],
    ['es', '¿Por qué falló?'],
    ['pt', 'nao consigo enviar meu dinheiro, o que faço'],
    ['pt', 'transação pendente'],
    ['other', 'Bonjour, je ne peux pas envoyer mes jetons, merci'],
    ['other', 'Ich kann mein Geld nicht senden, bitte helfen Sie mir'],
    ['other', '您好，我的订单一直显示处理中'],
    ['other', 'Здравствуйте, деньги не пришли'],
    ['other', ''],
  ])('%s: %s', (language, text) => {
    expect(ticketLanguage(text)).toBe(language);
  });
});
