import { expect, it } from 'vitest';
import { deadlineSchema, isLater } from './deadline.ts';

const read = (text: string) => deadlineSchema.parse(text);

it.each([
  ['5 min', 300_000],
  ['1 h', 3_600_000],
  ['next shift', null],
  ['when planned', null],
])('reads %j', (text, ms) => {
  expect(read(text)).toEqual({ text, ms });
});

it.each(['soon', '0 min', '5', '15 %', ''])('refuses %j', (text) => {
  expect(deadlineSchema.safeParse(text).success).toBe(false);
});

it('knows what is later, also where no clock runs', () => {
  const order = ['5 min', '1 h', '2 d', 'next shift', 'when planned'].map(read);
  for (const [index, each] of order.entries())
    for (const [other, than] of order.entries()) expect(isLater(each, than)).toBe(index > other);
});
