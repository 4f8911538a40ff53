/** 1inch Classic Swap API v6.1, as public clients use it. */
import { json } from '../http/answer.ts';
import type { Aggregator } from './aggregator.ts';
import { findSwap, type LabSwap } from './swap.ts';

const requestId = '82444c15-9092-473a-82da-da3dd1de6d2d';
const noDescription = { error: 'Bad Request', statusCode: 400, requestId };

export const oneInch: Aggregator = {
  routes: (state) => ({
    '/swap/v6.1/:chain/quote': ({ query }, { chain = '' }) => {
      const [from = '', to = '', amount = ''] = ['src', 'dst', 'amount'].map((name) => query.get(name) ?? '');
      const swap = findSwap(chain, from, to, amount, state);
      if (!swap) {
        const meta = [{ type: 'toTokenAmount', value: '0' }];
        return json({ ...noDescription, description: 'insufficient liquidity', meta }, 400);
      }
      const token = ({ symbol, address, decimals }: LabSwap['sell']): object => ({
        ...{ address: address.toLowerCase(), symbol, name: symbol, decimals },
      });
      const tokens = { srcToken: token(swap.sell), dstToken: token(swap.buy) };
      return json({
        dstAmount: String(swap.bought),
        ...(query.get('includeTokensInfo') === 'true' ? tokens : {}),
        ...(query.get('includeGas') === 'true' ? { gas: swap.gas } : {}),
      });
    },
  }),
  error: () => json({ error: 'Internal Server Error', description: 'Internal error', statusCode: 500, requestId }),
  limit: () =>
    json({
      error: 'Too Many Requests',
      description: 'The limit of requests per second has been exceeded',
      statusCode: 429,
    }),
};
