import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { instatusPage } from '../status/instatus.ts';
import { type PagePart, pageFaults, startPage } from '../status/page-service.ts';

export default defineService<PagePart>({
  name: 'swap-status',
  protocol: 'Instatus public data (JSON over HTTP)',
  summary: 'The public status page of the swap provider.',
  faults: {
    ...httpFaults,
    ...pageFaults({
      degraded: 'Status `HASISSUES`: quotes run with degraded performance.',
      'major-outage': 'Status `HASISSUES`: every component is out, with an incident of impact `MAJOROUTAGE`.',
      maintenance: 'Status `UNDERMAINTENANCE`: a planned maintenance is under way.',
      'incident-open': 'Status `HASISSUES`: an open incident, while every component says operational.',
      'unknown-word': 'Status `MOSTLYUP`, a word that the protocol does not have.',
    }),
  },
  start: () => startPage(instatusPage),
});
