import { expect, it } from 'vitest';
import { isLoopback } from './http-address.ts';

it.each([
  'http://localhost/',
  'http://LOCALHOST:8545/',
  'http://localhost./',
  'http://node.localhost/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://[::1]:80/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://0.0.0.0/',
])('takes %s for this machine', (address) => {
  expect(isLoopback(address)).toBe(true);
});

it.each([
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
  'http://[::ffff:10.0.0.1]/',
  'http://[2001:db8::7f00:1]/',
  'http://10.0.0.1/',
  'nonsense',
])('takes %s for another machine', (address) => {
  expect(isLoopback(address)).toBe(false);
});
