import { staleHead } from '../cosmos/faults.ts';
import { startCosmos } from '../cosmos/node.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'cosmos-node-2',
  protocol: 'CometBFT RPC (JSON over HTTP)',
  summary: 'A second provider for Cosmos Hub, to compare the first one with.',
  faults: { ...httpFaults, 'stale-head': staleHead },
  start: startCosmos,
});
