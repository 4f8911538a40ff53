import { describe, expect, it } from 'vitest';
import evmTransaction from '../../checks/evm-transaction.ts';
import onrampOrder from '../../checks/onramp-order.ts';
import { paramMeta } from '../checks/param.ts';
import { expectsOf, isNamedPublic } from './expects.ts';

describe('expectsOf', () => {
  it('knows the hash that a check asks for from the check’s own words, and nothing else as one', () => {
    const { hash, from, nonce } = evmTransaction.params;
    expect(expectsOf(paramMeta(hash).expected)).toBe('hash');
    expect(expectsOf(paramMeta(from).expected)).toBe('other');
    expect(expectsOf(paramMeta(nonce).expected)).toBe('other');
    expect(expectsOf(paramMeta(onrampOrder.params.order).expected)).toBe('other');
  });

  it.each([
    ['a transaction’s signature', 'hash'],
    ['a transaction’s hash', 'hash'],
    ['a txid (64 hex digits)', 'hash'],
    ['an address (`0x` and 40 hex digits)', 'other'],
    ['a text', 'other'],
    ['a hashtag', 'other'],
    ['a hash of your recovery phrase', 'other'],
    ['', 'other'],
  ])('reads `%s` as %s', (expected, expects) => {
    expect(expectsOf(expected)).toBe(expects);
  });
});

describe('isNamedPublic', () => {
  it.each([
    ['https://etherscan.io/tx/', true],
    ['https://mempool.space/block/', true],
    ['"transactionHash": "', true],
    ['tx_hash=', true],
    ['tx ', true],
    ['transação: ', true],
    ['private key of the transaction: ', false],
    ['key_hash: ', false],
    ['https://example.com/import/', false],
    ['ctx: ', false],
    ['confirma: ', false],
    ['unblock ', false],
    ['swap_tx: ', true],
    ['here it is: ', false],
    ['', false],
  ])('after `%s`: %s', (before, isPublic) => {
    const hash = '0x0000';
    expect(isNamedPublic(`${before}${hash}`, before.length)).toBe(isPublic);
    expect(isNamedPublic(`${before}${hash}`, before.length + 2)).toBe(isPublic);
  });
});
