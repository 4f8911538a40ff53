import { type CertificatePart, certificateAged, certificateFaults } from '../faults/certificate.ts';
import { changesOf } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { json } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import { defineService } from '../service.ts';
import { worldAuthority } from '../tls/world-authority.ts';

interface State {
  /** How the relay meets our project's signed token. */
  handshake: 'accepted' | 'refused';
}

interface Part extends CertificatePart {
  state: State;
}

const healthy: Readonly<State> = { handshake: 'accepted' };
const changes = changesOf(healthy);

/** The relay's host, and at `/health` what the wallet's own probe says, which opens a WebSocket there. */
export default defineService<Part>({
  name: 'connect-relay',
  protocol: 'A WalletConnect relay behind our own probe (JSON over HTTPS)',
  summary: 'The relay that carries messages between sites and the app.',
  faults: {
    ...httpFaults,
    ...certificateFaults,
    'project-refused': changes(
      'handshake',
      'refused',
      'The relay is up, and refuses our project: its id or allow list.',
    ),
  },
  async start(context) {
    const authority = await worldAuthority(context);
    const keys = await authority.issue(certificateAged(1));
    const state: State = { ...healthy };
    const answers = route({
      '/health': () => json({ status: state.handshake === 'accepted' ? 'ok' : 'failing', handshake: state.handshake }),
    });
    const server = await startServer(answers, keys);
    return {
      // By name, as real targets are: a client may not present an IP address as the server's name.
      url: `https://localhost:${server.port}`,
      values: {},
      part: { server, authority, healthy: keys, state },
      caFile: authority.caFile,
      stop: server.stop,
    };
  },
});
