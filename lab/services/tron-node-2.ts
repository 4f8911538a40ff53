import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { staleHead } from '../tron/faults.ts';
import { startTron } from '../tron/node.ts';

export default defineService({
  name: 'tron-node-2',
  protocol: 'TRON HTTP API (JSON over HTTP)',
  summary: 'A second provider for TRON, to compare the first one with.',
  faults: { ...httpFaults, 'stale-head': staleHead },
  start: startTron,
});
