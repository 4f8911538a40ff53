import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { type HelpDeskState, healthyHelpDesk } from '../mentions/help-desk.ts';
import { defineService } from '../service.ts';

const changes = changesOf(healthyHelpDesk);

export default defineService<StatePart<HelpDeskState>>({
  name: 'helpdesk',
  protocol: 'Zendesk and Freshdesk API v2 (JSON over HTTP)',
  summary: 'The tickets, as Zendesk and as Freshdesk count and list them.',
  faults: {
    ...httpFaults,
    'ticket-surge': changes(
      'wave',
      'quotes',
      'For an hour, seven times as many tickets as usual, about swaps without a quote.',
    ),
    'fake-wave': changes('wave', 'fakes', 'For an hour, tickets by the dozen name somebody who poses as our support.'),
    'index-lagging': changes('index', 'lagging', 'The search finds no ticket of the last 3 hours.'),
    'wrong-shape': changes('shape', 'wrong', 'A count is of another type than the API says.'),
    'error-in-200': changes('errorInside', true, 'Answers 200 with an error inside.'),
    'key-refused': changes('key', 'refused', 'Refuses our credential: every request is answered with 401.'),
  },
  async start() {
    const { helpDeskApi } = await import('../mentions/help-desk.ts');
    const state: HelpDeskState = { ...healthyHelpDesk };
    const server = await startServer(helpDeskApi(state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
