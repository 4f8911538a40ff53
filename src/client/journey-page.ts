import { openJourney } from './journey/open-journey.ts';
import { startJourneys } from './journey/start-journeys.ts';

// One journey, alive.
void startJourneys('[data-rl-journey-page]', openJourney);
