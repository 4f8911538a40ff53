import { startExplorer } from '../esplora/explorer.ts';
import { esploraFaults } from '../esplora/faults.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'bitcoin-esplora',
  protocol: 'Esplora (JSON and text over HTTP)',
  summary: "The wallet's view of Bitcoin: an Esplora with blocks, mempool and fee estimates.",
  needs: ['bitcoin-esplora-2'],
  faults: { ...httpFaults, ...esploraFaults },
  start: startExplorer,
});
