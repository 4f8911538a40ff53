import { ethereum } from '../chain/chain-spec.ts';
import { httpFaults } from '../faults/http.ts';
import { staleHead } from '../faults/json-rpc.ts';
import { startProvider } from '../json-rpc/provider.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'ethereum-rpc-2',
  protocol: 'JSON-RPC over HTTP',
  summary: 'A second provider for Ethereum, before the same node, to compare the first one with.',
  faults: { ...httpFaults, 'stale-head': staleHead },
  start: (context) => startProvider(ethereum, context),
});
