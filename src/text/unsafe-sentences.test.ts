import { describe, expect, it } from 'vitest';
import { unsafeSentences } from './unsafe-sentences.ts';

const kinds = (text: string, locale = 'en') => unsafeSentences(text, locale, 'advice').map(({ kind }) => kind);

describe('a phrase or key is asked for', () => {
  it.each([
    ['en', 'Enter your phrase to go on.'],
    ['en', 'Paste the private keys here.'],
    ['es', 'Escriba su frase para continuar.'],
    ['es', 'Envíe sus claves privadas.'],
    ['pt-br', 'Digite sua frase no campo.'],
  ])('in %s: %s', (locale, text) => {
    expect(kinds(text, locale)).toEqual(['asks-secret']);
  });

  it.each([
    ['en', 'Do not type your phrase into any site.'],
    ['en', 'Nobody will ask for your secret phrase.'],
    ['es', 'No escriba su frase en ningún sitio.'],
    ['pt-br', 'Ninguém vai pedir que você digite sua frase.'],
  ])('but not where it is denied, in %s: %s', (locale, text) => {
    expect(kinds(text, locale)).toEqual([]);
  });
});

describe('a span of time', () => {
  it.each([
    ['en', 'It takes an hour.', 'an hour'],
    ['en', 'It arrives within 24-48 hours.', '24-48 hours'],
    ['en', 'Wait 48 h.', '48 h'],
    ['en', 'about 6.4 days', '6.4 days'],
    ['en', 'in five business days', 'five business days'],
    ['en', 'half an hour', 'half an hour'],
    ['es', 'en quince días', 'quince días'],
    ['es', 'unos 6,4 días', '6,4 días'],
    ['es', 'en un mes', 'un mes'],
    ['pt-br', 'em até 3 dias úteis', '3 dias'],
    ['pt-br', 'meia hora', 'meia hora'],
  ])('in %s: %s', (locale, text, span) => {
    expect(unsafeSentences(text, locale)).toEqual([
      expect.objectContaining({ kind: 'span', span, offset: text.indexOf(span) }),
    ]);
  });

  it.each([
    ['en', 'Do not send a second time.'],
    ['en', 'Is your second hash there?'],
    ['es', 'Por ahora no vuelva a enviar.'],
    ['es', 'Hay un segundo hash.'],
    ['pt-br', 'Ponha a hora no automático. É um segundo golpe.'],
  ])('is none, in %s: %s', (locale, text) => {
    expect(kinds(text, locale)).toEqual([]);
  });

  it('is no promise where readers wait minutes before they look again; hours and days are', () => {
    expect(kinds('Look again in a few minutes.')).toEqual([]);
    expect(kinds('Espere dos minutos y vuelva a mirar.', 'es')).toEqual([]);
    expect(kinds('Wait two days.')).toEqual(['span']);
    expect(kinds('Your coins arrive in a few minutes.')).toEqual(['span']);
    expect(unsafeSentences('Look again in a few minutes.', 'en')).toHaveLength(1);
  });

  it.each([
    ['en', 'We answer within 24 hours.', true],
    ['es', 'Respondemos en 24 horas.', true],
    ['pt-br', 'Respondemos em 24 horas.', true],
    ['en', 'The network keeps them for 21 days.', false],
  ])('is ours or not, in %s: %s', (locale, text, ours) => {
    expect(unsafeSentences(text, locale)).toEqual([expect.objectContaining({ kind: 'span', ours })]);
  });
});

it('a question about safety is no promise of it', () => {
  expect(kinds('Find out whether your money is safe.')).toEqual([]);
  expect(kinds('Your money is safe.')).toEqual(['promises']);
});

it('places count in the text as it was given, accents and placeholders included', () => {
  const text = 'Olá {{ticket}}, você recebe em três dias ou em 3 dias.';
  const [found] = unsafeSentences(text, 'pt-br');
  expect(found?.kind === 'span' && text.slice(found.offset, found.offset + found.span.length)).toBe('três dias');
});
