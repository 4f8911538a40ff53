import { expect, test } from 'vitest';
import { stemOf } from './stem.ts';

const stem = stemOf('es');

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
  // Accents are taken away before.
  const words = forms.normalize('NFD').replace(/\p{M}/gu, '').split(' ');
  expect(new Set(words.map(stem)).size, words.map(stem).join(' ')).toBe(1);
});

test.each(['solo sol', 'soles sol', 'nuevo novia', 'movimiento mover', 'validador validar', 'cuenta cuanto'])(
  'Different Spanish words stay apart: %s',
  (pair) => {
    const [one, other] = pair.normalize('NFD').replace(/\p{M}/gu, '').split(' ');
    expect(stem(one ?? '')).not.toBe(stem(other ?? ''));
  },
);

test('Words that every object knows are words', () => {
  expect(stem('constructor')).toBe('constructor');
});

test('A number is no word', () => {
  expect(stem('4902')).toBe('4902');
  expect(stem('trc20')).toBe('trc20');
});

test.each([
  'billetera wallet cartera monedero',
  'dinero plata guita lana',
  'teléfono celular celu',
  'correo mail',
  'transacción tx operaciones',
])('What countries name differently is one word: %s', (names) => {
  const words = names.normalize('NFD').replace(/\p{M}/gu, '').split(' ');
  expect(new Set(words.map(stem)).size).toBe(1);
});
