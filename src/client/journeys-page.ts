import { paintJourneys } from './journey/paint-journeys.ts';
import { startJourneys } from './journey/start-journeys.ts';

// All journeys, alive.
void startJourneys('[data-rl-journeys]', (parts) => () => paintJourneys(parts));
