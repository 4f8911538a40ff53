import { priceFeed } from '../market/price-feed.ts';

export default priceFeed({
  name: 'price-feed-2',
  summary: 'A second price feed, to compare with.',
  drift: 0.000_4,
});
