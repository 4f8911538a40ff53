import { expect, it } from 'vitest';
import { createSlots } from './slots.ts';

it('gives no more than there are', () => {
  const slots = createSlots(2);
  expect([slots.take(), slots.take(), slots.take()]).toEqual([true, true, false]);
  slots.free();
  expect([slots.take(), slots.take()]).toEqual([true, false]);
});

it('wakes those that wait in turn, and goes on to the next where one has no use for it', () => {
  const slots = createSlots(1);
  slots.take();
  const woken: string[] = [];
  slots.wait(() => woken.push('has no use for it'));
  slots.wait(() => {
    woken.push('takes it');
    slots.take();
  });
  slots.wait(() => woken.push('must wait'));
  slots.free();
  expect(woken).toEqual(['has no use for it', 'takes it']);
});

it('does not wake whoever stopped waiting', () => {
  const slots = createSlots(1);
  slots.take();
  let isWoken = false;
  const stop = slots.wait(() => {
    isWoken = true;
  });
  stop();
  slots.free();
  expect(isWoken).toBe(false);
});
