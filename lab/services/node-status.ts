import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { type PagePart, pageFaults, startPage } from '../status/page-service.ts';
import { statusioPage, statusioPageId } from '../status/statusio.ts';

export default defineService<PagePart>({
  name: 'node-status',
  protocol: 'Status.io public status API 1.0 (JSON over HTTP)',
  summary: 'The public status page of the node provider.',
  faults: {
    ...httpFaults,
    ...pageFaults({
      degraded: 'Status code 300: nodes of one chain run with degraded performance.',
      'major-outage': 'Status code 500: every component is out, with an incident.',
      maintenance: 'Status code 200: a planned maintenance is under way.',
      'incident-open': 'Status code 100: an open incident, while the page and every component say operational.',
      'unknown-word': 'Status code 700, which the protocol does not have.',
    }),
  },
  // Like that of a real target, the address holds the page's id: pages of runbooks need not know it.
  start: () => startPage(statusioPage, `/1.0/status/${statusioPageId}`),
});
