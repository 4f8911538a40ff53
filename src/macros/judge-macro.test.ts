import { describe, expect, it } from 'vitest';
import { judgeMacro } from './judge-macro.ts';

const codes = (text: string, locale: string) => judgeMacro(text, locale).map(({ code }) => code);

describe('what asks for a phrase or key', () => {
  it.each([
    ['en', 'Please send us your recovery phrase.'],
    ['en', 'Do not worry, share your seed phrase here.'],
    ['en', 'Enter the 12 words to validate your wallet.'],
    ['en', 'Reply with your private key'],
    ['es', 'Envíenos su frase secreta, por favor.'],
    ['es', 'Ingrese las 12 palabras.'],
    ['es', 'Comparta la clave privada con nosotros.'],
    ['pt-br', 'Envie a sua frase secreta no chat.'],
    ['pt-br', 'Digite as 12 palavras.'],
    ['pt-br', 'Informe a chave privada.'],
  ])('in %s: %s', (locale, text) => {
    expect(codes(text, locale)).toEqual(['macro-asks-secret']);
  });

  it.each([
    ['en', 'Never send your recovery phrase to anybody.'],
    ['en', 'We never ask you to share your seed phrase.'],
    ['en', 'Send a screenshot, without your recovery phrase on it.'],
    ['en', 'Make a new wallet with a new recovery phrase.'],
    ['es', 'Nunca comparta su frase secreta.'],
    ['es', 'No envíe a nadie su clave privada.'],
    ['pt-br', 'Nunca compartilhe a sua frase secreta.'],
    ['pt-br', 'Não digite a sua frase secreta em nenhum site.'],
  ])('and what warns of it does not, in %s: %s', (locale, text) => {
    expect(codes(text, locale)).toEqual([]);
  });
});

describe('what promises', () => {
  it.each([
    ['en', 'We will recover your funds.'],
    ['en', 'Your money is safe.'],
    ['en', 'It arrives within 24 hours.'],
    ['en', 'This takes two business days.'],
    ['es', 'Le garantizamos que llegará.'],
    ['es', 'Llegará en 2 o 3 días.'],
    ['pt-br', 'Garantimos que vai chegar.'],
    ['pt-br', 'Chega em até 3 dias úteis.'],
  ])('in %s: %s', (locale, text) => {
    expect(codes(text, locale)).toEqual(['macro-promises']);
  });

  it.each([
    ['en', 'We cannot promise that it will be refunded.'],
    ['en', 'We write again at {{next-update}}.'],
    ['es', 'No podemos decirle cuándo terminará.'],
    ['pt-br', 'Não podemos dizer quando vai terminar. É um segundo golpe.'],
  ])('and what does not, in %s: %s', (locale, text) => {
    expect(codes(text, locale)).toEqual([]);
  });
});

it('says where the sentence stands', () => {
  const [found] = judgeMacro('Hello.\n\n- One thing.\n- Send us your seed phrase.', 'en');
  expect(found?.offset).toBe('Hello.\n\n- One thing.\n'.length);
});
