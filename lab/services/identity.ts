import type { StatePart } from '../faults/change.ts';
import { startServer } from '../http/lab-server.ts';
import { scimFaults } from '../identity/faults.ts';
import { healthyIdentity, type IdentityState } from '../identity/people.ts';
import { defineService } from '../service.ts';

export default defineService<StatePart<IdentityState>>({
  name: 'identity',
  protocol: 'SCIM 2.0 (JSON over HTTP)',
  summary: 'The identity provider: who may sign in. Token: `lab-identity-token`.',
  faults: scimFaults,
  async start() {
    const { scimApi } = await import('../identity/scim.ts');
    const state: IdentityState = { ...healthyIdentity };
    const server = await startServer(scimApi(state));
    return { url: `http://127.0.0.1:${server.port}/scim/v2`, values: {}, part: { server, state }, stop: server.stop };
  },
});
