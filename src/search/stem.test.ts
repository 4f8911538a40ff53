import { expect, test } from 'vitest';
import { stemOf } from './stem.ts';

const portuguese = stemOf('pt-br');

/** Words of a line as stems, each once. */
const stems = (words: string): string[] => [...new Set(words.split(' ').map(portuguese))];

test('In Portuguese, what I did has the stem of what one does', () => {
  for (const words of ['mandar mandei mandou mando', 'trocar troquei troca', 'pagar paguei pago', 'sacar saquei saque'])
    expect(stems(words), words).toHaveLength(1);
});

test('In Portuguese, what a phone writes has the stem of the word', () => {
  for (const words of ['nao n naum', 'cade kd', 'para pra', 'sumiu sumil', 'carteira wallet', 'mensagem msg'])
    expect(stems(words), words).toHaveLength(1);
});

test('In Portuguese, words of different troubles keep different stems', () => {
  for (const words of ['erro errei', 'pedido pedir', 'zerada zeraram', 'validar validador', 'para parar'])
    expect(stems(words), words).toHaveLength(2);
});

test('A word that every object has is a word like others', () => {
  for (const locale of ['en', 'pt-br']) expect(stemOf(locale)('constructor')).toMatch(/^constru/);
});
