import { paintJourneys } from './journey/paint-journeys.ts';
import { paintLines } from './journey/paint-lines.ts';
import { startJourneys } from './journey/start-journeys.ts';

// A provider, alive: how the blocks are that ask it, and the parts that are its own.
void startJourneys('[data-rl-provider]', (parts) => () => {
  paintLines(parts.root, parts);
  paintJourneys(parts);
});
