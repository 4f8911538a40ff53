/** LI.FI API v1: docs.li.fi. */
import { json } from '../http/answer.ts';
import type { Aggregator } from './aggregator.ts';
import { findSwap, type LabSwap } from './swap.ts';

export const lifi: Aggregator = {
  routes: (state) => ({
    '/v1/quote': ({ query }) => {
      const asked = ['fromChain', 'toChain', 'fromToken', 'toToken', 'fromAmount', 'fromAddress'];
      const missing = asked.find((name) => !query.get(name));
      if (missing) return json({ message: `must have required property '${missing}'`, code: 1011 }, 400);
      const [chain = '', , from = '', to = '', amount = '', taker = ''] = asked.map((name) => query.get(name) ?? '');
      const swap = findSwap(chain, from, to, amount, state);
      return swap ? json(lifiQuote(swap, Number(chain), taker)) : json(lifiNoQuote(chain, from, to), 404);
    },
  }),
  error: () => json({ message: 'Something went wrong', code: 1006 }),
  limit: () => json({ message: 'Rate limit exceeded, retry in 2 hours', code: 1005 }),
};

function lifiQuote(
  { sell, buy, sold, bought, soldUsd, boughtUsd, gas }: LabSwap,
  chainId: number,
  taker: string,
): object {
  const token = ({ symbol, address, decimals }: LabSwap['sell']): object => ({
    address,
    symbol,
    decimals,
    chainId,
    name: symbol,
  });
  const tool = 'uniswap';
  return {
    id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
    type: 'lifi',
    tool,
    toolDetails: { key: tool, name: 'Uniswap', logoURI: '' },
    action: {
      fromChainId: chainId,
      fromAmount: String(sold),
      fromToken: token(sell),
      fromAddress: taker,
      toChainId: chainId,
      toToken: token(buy),
      toAddress: taker,
      slippage: 0.005,
    },
    estimate: {
      tool,
      fromAmount: String(sold),
      fromAmountUSD: soldUsd.toFixed(4),
      toAmount: String(bought),
      toAmountMin: String((bought * 995n) / 1_000n),
      toAmountUSD: boughtUsd.toFixed(4),
      approvalAddress: '0x1231DEB6f5749EF6cE6943a275A1D3E7486F4EaE',
      feeCosts: [],
      gasCosts: [{ type: 'SEND', price: '1200000000', estimate: String(gas), limit: String(Math.round(gas * 1.25)) }],
      executionDuration: 30,
    },
  };
}

function lifiNoQuote(chain: string, from: string, to: string): object {
  const overallPath = `${chain}:${from}-uniswap-${chain}:${to}`;
  const tool = {
    errorType: 'NO_QUOTE',
    code: 'INSUFFICIENT_LIQUIDITY',
    tool: 'uniswap',
    message: 'The liquidity is insufficient.',
  };
  return {
    message: 'No available quotes for the requested transfer',
    code: 1002,
    errors: { filteredOut: [], failed: [{ overallPath, subpaths: { [overallPath]: [tool] } }] },
  };
}
