import { expect, test } from 'vitest';
import { foldText } from '../../text/fold-text.ts';
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

const spanish = stemOf('es');

test.each([
  'vender vendí vendió vendida vendiendo',
  'salir salió sale',
  'pagar pago pagué pagaron',
  'sacar saqué saco sacarlo',
  'enviar envío envié envía enviarlo enviarle',
  'cambiar cambio cambia cambié',
  'devolver devuelve devuélvanme devolverme',
  'cerrar cierra',
  'mostrar muestra',
  'costar cuesta costos',
  'alcanza alcance alcanzó',
  'rechazo rechacé rechazada',
  'poco poquito',
  'número numerito números',
  'depósito deposité depositaron',
  'token tokens',
  'wallet wallets',
  'orden órdenes',
  'stake stakear stakeado staking',
  'olvidó olvidé olvidar',
  'veo ven verlo',
])('Forms of one Spanish word have one stem: %s', (forms) => {
  const words = foldText(forms).split(' ');
  expect(new Set(words.map(spanish)).size, words.map(spanish).join(' ')).toBe(1);
});

test.each(['solo sol', 'soles sol', 'nuevo novia', 'movimiento mover', 'validador validar', 'cuenta cuanto'])(
  'Different Spanish words stay apart: %s',
  (pair) => {
    const [one, other] = foldText(pair).split(' ');
    expect(spanish(one ?? '')).not.toBe(spanish(other ?? ''));
  },
);

test('Words that every object knows are words', () => {
  expect(spanish('constructor')).toBe('constructor');
});

test('A number is no word', () => {
  expect(spanish('4902')).toBe('4902');
  expect(spanish('trc20')).toBe('trc20');
});

test.each([
  'billetera wallet cartera monedero',
  'dinero plata guita lana',
  'teléfono celular celu',
  'correo mail',
  'transacción tx operaciones',
])('What countries name differently is one word: %s', (names) => {
  const words = foldText(names).split(' ');
  expect(new Set(words.map(spanish)).size).toBe(1);
});
