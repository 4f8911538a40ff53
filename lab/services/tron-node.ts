import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { tronFaults } from '../tron/faults.ts';
import { startTron } from '../tron/node.ts';

export default defineService({
  name: 'tron-node',
  protocol: 'TRON HTTP API (JSON over HTTP)',
  summary: "The wallet's node provider for TRON.",
  needs: ['tron-node-2'],
  faults: { ...httpFaults, ...tronFaults },
  start: startTron,
});
