import { expect, it } from 'vitest';
import { type Pressed, walkKey } from './walk-key.ts';

const press = (key: string, more: Partial<Pressed> = {}) =>
  walkKey({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    in: null,
    ...more,
  });

it('knows the keys of a walk', () => {
  expect(press('1')).toEqual({ kind: 'choose', index: 0 });
  expect(press('9')).toEqual({ kind: 'choose', index: 8 });
  for (const key of ['Backspace', 'ArrowLeft']) expect(press(key)).toEqual({ kind: 'back' });
  for (const key of ['Enter', 'ArrowRight']) expect(press(key)).toEqual({ kind: 'take' });
  for (const key of ['r', 'R']) expect(press(key)).toEqual({ kind: 'restart' });
  expect(press('?')).toEqual({ kind: 'help' });
  for (const key of ['0', '10', 'a', ' ', 'Tab', 'Escape', 'ArrowUp']) expect(press(key)).toBeNull();
});

it('leaves the browser its own keys, and answers once while a key is held', () => {
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }])
    for (const key of ['1', 'r', 'ArrowLeft', 'Backspace', 'Enter']) expect(press(key, more)).toBeNull();
});

it('does nothing while somebody types, and presses what has the focus', () => {
  for (const key of ['1', 'r', 'ArrowLeft', 'Backspace', 'Enter', '?']) expect(press(key, { in: 'typing' })).toBeNull();
  expect(press('Enter', { in: 'pressing' })).toBeNull();
  expect(press('2', { in: 'pressing' })).toEqual({ kind: 'choose', index: 1 });
});

it('lets arrows scroll where they can', () => {
  for (const key of ['ArrowLeft', 'ArrowRight']) expect(press(key, { in: 'scrolling' })).toBeNull();
  expect(press('Backspace', { in: 'scrolling' })).toEqual({ kind: 'back' });
});
