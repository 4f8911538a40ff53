import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { betterstackPage } from '../status/betterstack.ts';
import { type PagePart, pageFaults, startPage } from '../status/page-service.ts';

export default defineService<PagePart>({
  name: 'kyc-status',
  protocol: 'Better Stack status page (JSON:API over HTTP)',
  summary: 'The public status page of the identity check provider.',
  faults: {
    ...httpFaults,
    ...pageFaults({
      degraded: 'State `degraded`: document checks are slow.',
      'major-outage': 'State `downtime`: every resource is down, with an automatic report.',
      maintenance: 'State `maintenance`: a planned maintenance is under way.',
      'incident-open': 'State `operational`: an open report, while the page and every resource say operational.',
      'unknown-word': 'State `under_observation`, a word that the protocol does not have.',
    }),
  },
  start: () => startPage(betterstackPage),
});
