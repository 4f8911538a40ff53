import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { healthyPrometheus, type PrometheusState } from '../prometheus/state.ts';
import { defineService } from '../service.ts';

const changes = changesOf(healthyPrometheus);
/** How long the watched processes have been running when the lab starts, in seconds. */
const uptime = 86_400;

export default defineService<StatePart<PrometheusState>>({
  name: 'prometheus',
  protocol: 'Prometheus HTTP API v1',
  summary: 'The metrics of the wallet’s backend.',
  faults: {
    ...httpFaults,
    'target-down': changes(
      'targets',
      'one-down',
      'One instance of `wallet-api` is down: its `up` is 0, and its other series are gone.',
    ),
    'error-spike': changes('errors', 'spike', 'Of the requests to `wallet-api`, 39 % end with a status of 5xx.'),
    nan: changes('traffic', 'none', 'No request comes in, so that a share of requests is 0 divided by 0, `NaN`.'),
    'no-data': changes('data', 'lost', 'Nothing is stored: every query succeeds, with an empty vector.'),
    'stale-samples': changes(
      'samples',
      'stale',
      'Nothing was scraped for 4 minutes: queries still answer, with old samples.',
    ),
    'query-timeout': changes('queries', 'given-up', 'Answers every query with 503 and the error type `timeout`.'),
    'not-ready': changes(
      'ready',
      false,
      'Is starting: `/-/ready` and the API answer 503 in plain text, while `/-/healthy` is 200.',
    ),
  },
  async start() {
    const { prometheusApi } = await import('../prometheus/http-api.ts');
    const state: PrometheusState = { ...healthyPrometheus };
    const server = await startServer(prometheusApi(state, Date.now() / 1000 - uptime));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
