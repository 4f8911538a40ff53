import { priceFeed } from '../market/price-feed.ts';

export default priceFeed({
  name: 'price-feed',
  summary: 'The price feed that our apps show.',
  drift: 0,
});
