import { type CertificatePart, certificateAged, certificateFaults } from '../faults/certificate.ts';
import { changesOf } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { defineService } from '../service.ts';
import { worldAuthority } from '../tls/world-authority.ts';
import { type EdgeState, edge, fundedAddress, healthyEdge } from '../wallet/edge.ts';

interface Part extends CertificatePart {
  state: EdgeState;
}

const changes = changesOf<EdgeState>(healthyEdge);

export default defineService<Part>({
  name: 'wallet-api',
  protocol: 'JSON over HTTPS',
  summary: "The edge of the wallet's own API, with a certificate of the lab's authority.",
  faults: {
    ...httpFaults,
    ...certificateFaults,
    'database-down': changes('database', 'down', 'Health reports the database down; balances answer 503.'),
    'quotes-stale': changes('quotes', 'stale', 'Health reports stale quotes; a quote is 31 minutes old.'),
    'error-in-200': changes('errorInside', true, 'Answers 200 with an error object inside.'),
  },
  async start(context) {
    const authority = await worldAuthority(context);
    const healthy = await authority.issue(certificateAged(1));
    const state: EdgeState = { ...healthyEdge };
    const server = await startServer(edge(state), healthy);
    return {
      // By name, as real targets are: a client may not present an IP address as the server's name.
      url: `https://localhost:${server.port}`,
      values: { 'address.funded': fundedAddress },
      part: { server, authority, healthy, state },
      caFile: authority.caFile,
      stop: server.stop,
    };
  },
});
