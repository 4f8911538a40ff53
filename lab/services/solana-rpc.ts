import { httpFaults } from '../faults/http.ts';
import { defineService } from '../service.ts';
import { solanaFaults } from '../solana/faults.ts';
import { startSolana } from '../solana/provider.ts';

export default defineService({
  name: 'solana-rpc',
  protocol: 'JSON-RPC over HTTP',
  summary: "The wallet's node provider for Solana.",
  needs: ['solana-rpc-2'],
  faults: { ...httpFaults, ...solanaFaults },
  start: startSolana,
});
