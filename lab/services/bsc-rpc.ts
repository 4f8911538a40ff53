import { bsc } from '../chain/chain-spec.ts';
import { httpFaults } from '../faults/http.ts';
import { jsonRpcFaults } from '../faults/json-rpc.ts';
import { startProvider } from '../json-rpc/provider.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'bsc-rpc',
  protocol: 'JSON-RPC over HTTP',
  summary: "The wallet's node provider for BNB Smart Chain: a real anvil behind a provider that can fail.",
  needs: ['bsc-rpc-2'],
  faults: { ...httpFaults, ...jsonRpcFaults },
  start: (context) => startProvider(bsc, context),
});
