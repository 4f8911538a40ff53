/** 0x Swap API v2: docs.0x.org. */
import { type Answer, json, type Question } from '../http/answer.ts';
import type { Aggregator } from './aggregator.ts';
import { findSwap, type LabSwap } from './swap.ts';

const zid = '0x111111111111111111111111';
const blockSeconds = 12;

export const zeroEx: Aggregator = {
  routes(state) {
    const price = ({ query }: Question): Answer => {
      const asked = ['chainId', 'sellToken', 'buyToken', 'sellAmount'].map((name) => query.get(name) ?? '');
      const [chain = '', from = '', to = '', amount = ''] = asked;
      if (asked.includes(''))
        return json({ name: 'INPUT_INVALID', message: 'The input is invalid', data: { zid } }, 400);
      const swap = findSwap(chain, from, to, amount, state);
      return json(swap ? zeroExPrice(swap) : { liquidityAvailable: false, zid });
    };
    return { '/swap/allowance-holder/price': price, '/swap/permit2/price': price };
  },
  error: () => json({ name: 'INTERNAL_SERVER_ERROR', message: 'An internal error occurred', data: { zid } }),
  limit: () => json({ message: 'API rate limit exceeded' }),
};

function zeroExPrice({ sell, buy, sold, bought, gas }: LabSwap): object {
  const gasPrice = 1_200_000_000;
  const tax = { buyTaxBps: '0', sellTaxBps: '0', transferTaxBps: '0' };
  return {
    allowanceTarget: '0x0000000000001fF3684f28c67538d4D072C22734',
    blockNumber: String(Math.floor(Date.now() / 1_000 / blockSeconds)),
    buyAmount: String(bought),
    buyToken: buy.address.toLowerCase(),
    fees: { integratorFee: null, integratorFees: null, zeroExFee: null, gasFee: null },
    gas: String(gas),
    gasPrice: String(gasPrice),
    issues: { allowance: null, balance: null, simulationIncomplete: false, invalidSourcesPassed: [] },
    liquidityAvailable: true,
    minBuyAmount: String((bought * 99n) / 100n),
    mode: 'exact-in',
    route: {
      fills: [{ from: sell.address, to: buy.address, source: 'Uniswap_V3', proportionBps: '10000' }],
      tokens: [sell, buy].map(({ address, symbol }) => ({ address, symbol })),
    },
    sellAmount: String(sold),
    sellToken: sell.address.toLowerCase(),
    tokenMetadata: { buyToken: tax, sellToken: tax },
    totalNetworkFee: String(gas * gasPrice),
    zid,
  };
}
