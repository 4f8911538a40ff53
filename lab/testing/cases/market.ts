import type { World } from '../../contract.ts';
import { jsonGetter } from '../get-json.ts';
import type { Look, ServiceCases } from '../service-case.ts';

const feed = {
  knock: { path: '/api/v3/ping' },
  own: ['stale-price', 'zero-price', 'off-by-ten', 'unknown-id', 'limit-in-200'],
  look: lookAtFeed,
};

export const marketCases: ServiceCases = {
  'price-feed': feed,
  'price-feed-2': feed,
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
