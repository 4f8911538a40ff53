import { startExplorer } from '../esplora/explorer.ts';
import { staleTip } from '../esplora/faults.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'bitcoin-esplora-2',
  protocol: 'Esplora (JSON and text over HTTP)',
  summary: 'A second Esplora, to compare the first one with.',
  faults: { ...httpFaults, 'stale-tip': staleTip },
  start: startExplorer,
});
