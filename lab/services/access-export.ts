import type { StatePart } from '../faults/change.ts';
import { startServer } from '../http/lab-server.ts';
import { listFaults } from '../identity/faults.ts';
import { healthyIdentity, type IdentityState } from '../identity/people.ts';
import { defineService } from '../service.ts';

export default defineService<StatePart<IdentityState>>({
  name: 'access-export',
  protocol: 'CSV over HTTP',
  summary: 'The nightly export of the users of a tool without single sign-on, at `/users.csv`.',
  faults: listFaults,
  async start() {
    const { csvExport } = await import('../identity/csv-export.ts');
    const state: IdentityState = { ...healthyIdentity };
    const server = await startServer(csvExport(state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
