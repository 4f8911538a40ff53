import { expect, it } from 'vitest';
import { phoneNumbers } from './phone-numbers.ts';

it.each([
  ['Call +1 (415) 555-0132 now.', '+1 (415) 555-0132'],
  ['Toll-free: 1-800-555-0199.', '1-800-555-0199'],
  ['Ligue para 11 98765-4321.', '11 98765-4321'],
  ['Llame al 55 1234 5678.', '55 1234 5678'],
  ['WhatsApp: 5551234567', '5551234567'],
  ['0800 555 0199', '0800 555 0199'],
])('%s', (text, number) => {
  expect(phoneNumbers(text)).toEqual([{ number, offset: text.indexOf(number) }]);
});

it.each([
  'One transaction may ask for 16,777,216 gas.',
  'Code -32002, or 1001 to 1005.',
  'A block every 600 seconds, 1,000 sun a byte.',
  'Address 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, block 19000000.',
  'Released on 2026-11-25.',
  'Call your bank at the number printed on your card.',
  'Codes 5700 to 5760.',
])('none in: %s', (text) => {
  expect(phoneNumbers(text)).toEqual([]);
});
