import { describe, expect, it } from 'vitest';
import { boardSearch, hasText, readBoardView, wordsOf } from './board-view.ts';

describe('readBoardView', () => {
  it('opens as all blocks by area', () => {
    expect(readBoardView('')).toEqual({ by: 'area', only: null, states: new Set(), text: '' });
  });

  it('passes over what it does not know', () => {
    expect(readBoardView('?by=weather&state=fail,red,warn&only=&q=%20%20&x=1')).toEqual({
      by: 'area',
      only: null,
      states: new Set(['fail', 'warn']),
      text: '',
    });
  });
});

describe('boardSearch', () => {
  it.each([
    '',
    '?by=journey&only=swap',
    '?by=journey&only=area.security',
    '?state=fail',
    '?state=fail,error,warn',
    '?by=provider&only=A+%26+B%3F&state=stale&q=bsc+%3Cb%3E',
  ])('writes %s as it was read', (search) => {
    expect(boardSearch(readBoardView(search))).toBe(search);
  });

  it('orders states by their weight, whatever order they were chosen in', () => {
    expect(boardSearch({ states: new Set(['pass', 'fail']) })).toBe('?state=fail,pass');
  });
});

describe('hasText', () => {
  const words = wordsOf({
    id: 'runbooks/network/evm#bsc-first',
    title: 'Our first BNB node keeps up',
    page: 'runbooks/network/evm',
    pageTitle: 'EVM node lags',
    journeys: ['swap'],
    area: 'network',
    layer: 'provider',
    target: 'bsc-rpc',
    provider: 'Example Nodes',
    freshFor: 1,
  });
  it.each(['bnb', 'EVM', 'bsc-rpc', 'example nodes', 'node  first', 'swap', 'network/evm#bsc'])('finds %s', (text) => {
    expect(hasText(words, text)).toBe(true);
  });
  it.each(['null', 'bnb lost', 'fir.t'])('does not find %s', (text) => {
    expect(hasText(words, text)).toBe(false);
  });
});
