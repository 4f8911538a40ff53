import { ethereum } from '../chain/chain-spec.ts';
import { httpFaults } from '../faults/http.ts';
import { jsonRpcFaults } from '../faults/json-rpc.ts';
import { startProvider } from '../json-rpc/provider.ts';
import { defineService } from '../service.ts';

export default defineService({
  name: 'ethereum-rpc',
  protocol: 'JSON-RPC over HTTP',
  summary: "The wallet's node provider for Ethereum: a real anvil behind a provider that can fail.",
  needs: ['ethereum-rpc-2'],
  faults: { ...httpFaults, ...jsonRpcFaults },
  start: (context) => startProvider(ethereum, context),
});
