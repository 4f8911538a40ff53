import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { stalledSlot } from '../solana/faults.ts';
import { startSolana } from '../solana/provider.ts';

export default defineService({
  name: 'solana-rpc-2',
  protocol: 'JSON-RPC over HTTP',
  summary: 'A second provider for Solana, to compare the first one with.',
  faults: { ...httpFaults, 'stalled-slot': stalledSlot },
  start: startSolana,
});
