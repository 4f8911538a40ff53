import { describe, expect, it } from 'vitest';
import { candidatesFor } from './term-candidates.ts';

const terms = ['Orders of partner 8 wait', '/runbooks/orders/page-8/', 'Ünïcödé', 'bsc-rpc', 'Kraken status'];

describe('candidatesFor', () => {
  it.each([
    ['orders\nOF  <b>Partner</b> 8 wait', [0, 2]],
    ['href="/runbooks/orders/page-8/"', [1]],
    ['BSC-RPC', [3]],
    ['\u212araken \u017ftatu\u017f', [4]],
    ['ÜNÏCÖDÉ', []],
    ['nothing', []],
  ])('finds in `%s` what may stand there', (text, expected) => {
    const found = candidatesFor(terms)(text);
    // A term without a plain word is always looked for.
    expect(found).toContain(2);
    for (const nth of expected) expect(found).toContain(nth);
  });

  it('leaves out what cannot', () => {
    expect(candidatesFor(terms)('Orders of partner 9 wait, partner 88 too, and bsc is not rpcs')).not.toContain(0);
    expect(candidatesFor(terms)('bscrpc')).toEqual([2]);
  });

  it('keeps the order of the terms', () => {
    expect(candidatesFor(['b', 'a', 'c'])('c a b')).toEqual([0, 1, 2]);
  });
});
