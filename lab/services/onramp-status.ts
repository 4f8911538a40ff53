import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { type PagePart, pageFaults, startPage } from '../status/page-service.ts';
import { statusPage } from '../status/statuspage.ts';

export default defineService<PagePart>({
  name: 'onramp-status',
  protocol: 'Statuspage v2 (JSON over HTTP)',
  summary: 'The public status page of the card on-ramp.',
  faults: {
    ...httpFaults,
    ...pageFaults({
      degraded: 'Indicator `minor`: card payments run with degraded performance.',
      'major-outage': 'Indicator `critical`: every component is out, with an incident.',
      maintenance: 'Indicator `maintenance`: a planned maintenance is under way.',
      'incident-open': 'Indicator `minor`: an unresolved incident, while every component says operational.',
      'unknown-word': 'Indicator `elevated`, a word that the protocol does not have.',
    }),
  },
  start: () => startPage(statusPage),
});
