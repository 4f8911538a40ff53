import type { World } from '../../contract.ts';
import { jsonGetter } from '../get-json.ts';
import type { Look, ServiceCases } from '../service-case.ts';

const weth = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const one = '1000000000000000000';

/** One ether for US dollars, as each aggregator is asked. */
const quotePaths = {
  zeroEx: `/swap/allowance-holder/price?chainId=1&sellToken=${weth}&buyToken=${usdc}&sellAmount=${one}`,
  oneInch: `/swap/v6.1/1/quote?src=${weth}&dst=${usdc}&amount=${one}`,
  lifi: `/v1/quote?fromChain=1&toChain=1&fromToken=${weth}&toToken=${usdc}&fromAmount=${one}&fromAddress=${weth}`,
};

const feed = {
  knock: { path: '/api/v3/ping' },
  own: ['stale-price', 'zero-price', 'off-by-ten', 'unknown-id', 'limit-in-200'],
  look: lookAtFeed,
};

export const marketCases: ServiceCases = {
  'price-feed': feed,
  'price-feed-2': feed,
  'swap-api': {
    knock: { path: quotePaths.lifi },
    own: ['no-liquidity', 'bad-rate', 'error-in-200', 'rate-limit-200'],
    look: lookAtQuotes,
  },
};

async function lookAtFeed(world: World, name: string): Promise<Look> {
  const get = jsonGetter(world, name);
  const path = '/api/v3/simple/price?ids=ethereum&vs_currencies=usd&include_last_updated_at=true';
  const answer = (await get(path)) as Record<string, Record<string, number>>;
  const { usd = Number.NaN, last_updated_at: updatedAt = 0 } = answer.ethereum ?? {};
  return {
    keys: Object.keys(answer),
    plausible: usd > 2_800 && usd < 3_100,
    fresh: Date.now() / 1_000 - updatedAt < 120,
  };
}

/** What each answers where it quotes well: dollars for one ether in thousands; else its first words. */
async function lookAtQuotes(world: World, name: string): Promise<Look> {
  const get = jsonGetter(world, name);
  const look: Record<string, unknown> = {};
  for (const [api, path] of Object.entries(quotePaths)) {
    const answer = JSON.stringify(await get(path));
    const amount = /"(?:buyAmount|dstAmount|toAmount)":"(\d+)"/.exec(answer)?.[1];
    look[api] = amount ? Math.round(Number(amount) / 1e9) : answer.slice(0, 60);
  }
  return look;
}
