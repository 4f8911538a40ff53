import type { Fault } from '../fault.ts';
import { type HttpPart, httpFaults } from '../faults/http.ts';
import { json, jsonError } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { type PageState, statusPage } from '../onramp/status-page.ts';
import { defineService } from '../service.ts';

interface Part extends HttpPart {
  page: { state: PageState };
}

const shows = (state: PageState, summary: string): Fault<Part> => ({
  summary,
  kind: 'page',
  begin({ page }) {
    page.state = state;
    return () => {
      page.state = 'operational';
    };
  },
});

export default defineService<Part>({
  name: 'onramp-status',
  protocol: 'Statuspage v2 (JSON over HTTP)',
  summary: 'The public status page of the card on-ramp.',
  faults: {
    ...httpFaults,
    degraded: shows('degraded', 'Indicator `minor`: card payments run with degraded performance.'),
    'major-outage': shows('major-outage', 'Indicator `critical`: every component is out, with an incident.'),
    maintenance: shows('maintenance', 'Indicator `maintenance`: a planned maintenance is under way.'),
    'incident-open': shows(
      'incident-open',
      'Indicator `minor`: an unresolved incident, while every component says operational.',
    ),
  },
  async start() {
    const page: Part['page'] = { state: 'operational' };
    const server = await startServer(({ path }) => {
      const document = statusPage(page.state)[path];
      return document ? json(document) : jsonError(404, 'not_found', `There is nothing at ${path}.`);
    });
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, page }, stop: server.stop };
  },
});
