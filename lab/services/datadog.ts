import { type DatadogState, healthyDatadog } from '../datadog/state.ts';
import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { defineService } from '../service.ts';

const changes = changesOf(healthyDatadog);

export default defineService<StatePart<DatadogState>>({
  name: 'datadog',
  protocol: 'Datadog API v1 (JSON over HTTP)',
  summary: 'The metrics of the wallet’s apps and services. Keys: `lab-api-key` and `lab-application-key`.',
  faults: {
    ...httpFaults,
    'key-invalid': changes('keys', 'refused', 'Refuses our keys: every request is answered with 403.'),
    'no-data': changes('points', 'none', 'Every query succeeds, without any series.'),
    'null-points': changes('points', 'null', 'Every point of every series is null.'),
    'stale-points': changes('points', 'stale', 'No point of the last 10 minutes has arrived.'),
    'error-in-200': changes('errorInside', true, 'Answers 200 with `status: "error"` inside.'),
    'error-spike': changes('errors', 'spike', 'About 4 of 10 requests end with an error, and 6 % more sessions crash.'),
    'release-crashes': changes(
      'release',
      'crashes',
      'In the newest version of the Android app, 8 % more sessions crash; every other version is as usual.',
    ),
  },
  async start() {
    const { datadogApi } = await import('../datadog/http-api.ts');
    const state: DatadogState = { ...healthyDatadog };
    const server = await startServer(datadogApi(state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
