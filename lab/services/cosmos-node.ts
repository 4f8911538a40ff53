import { cosmosFaults } from '../cosmos/faults.ts';
import { startCosmos } from '../cosmos/node.ts';
import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'cosmos-node',
  protocol: 'CometBFT RPC (JSON over HTTP)',
  summary: "The wallet's node provider for Cosmos Hub.",
  needs: ['cosmos-node-2'],
  faults: { ...httpFaults, ...cosmosFaults },
  start: startCosmos,
});
