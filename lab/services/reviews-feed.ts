import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { type FeedState, healthyFeed } from '../mentions/feeds.ts';
import { defineService } from '../service.ts';

const changes = changesOf(healthyFeed);

export default defineService<StatePart<FeedState>>({
  name: 'reviews-feed',
  protocol: 'Atom, RSS and JSON Feed over HTTP',
  summary: 'What users write in public: reviews (`/reviews.atom`, `/reviews.json`) and posts (`/forum.rss`).',
  faults: {
    ...httpFaults,
    'review-storm': changes(
      'wave',
      'quotes',
      'For an hour, twelve times as many reviews as usual, about swaps without a quote.',
    ),
    'fake-named': changes('wave', 'fakes', 'For an hour, reviews by the dozen name somebody who poses as our support.'),
    stale: changes('newest', 'stale', 'Nothing of the last 4 days is in the feed.'),
    short: changes('reach', 'hours', 'The feed reaches back 5 hours and no further.'),
    undated: changes('shape', 'undated', 'Entries have no time.'),
  },
  async start() {
    const { feeds } = await import('../mentions/feeds.ts');
    const state: FeedState = { ...healthyFeed };
    const server = await startServer(feeds(state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
