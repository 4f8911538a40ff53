import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { type Answer, json } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { defineService } from '../service.ts';

interface State {
  database: 'ok' | 'failing';
  /** Whether Grafana answers, or something else at its address. */
  answers: 'grafana' | 'another';
}

const healthy: Readonly<State> = { database: 'ok', answers: 'grafana' };
const changes = changesOf(healthy);
const build = { version: '11.6.4', commit: '5f2a3b1c9e' };

/** In the shape of grafana/grafana pkg/api/http_server.go. */
function answer(path: string, { database, answers }: State): Answer {
  if (answers === 'another') return json({ status: 'ok' });
  if (path === '/api/health') return json({ database, ...build }, database === 'ok' ? 200 : 503);
  if (path === '/healthz') return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'Ok' };
  return json({ message: 'Unauthorized', messageId: 'auth.unauthorized', statusCode: 401, traceID: '' }, 401);
}

export default defineService<StatePart<State>>({
  name: 'grafana',
  protocol: 'Grafana HTTP API',
  summary: 'The dashboards of the wallet’s backend.',
  faults: {
    ...httpFaults,
    'database-down': changes('database', 'failing', 'Answers 503: Grafana runs, but cannot reach its database.'),
    'wrong-body': changes('answers', 'another', 'Answers 200 with the health of some other service.'),
  },
  async start() {
    const state: State = { ...healthy };
    const server = await startServer(({ path }) => answer(path, state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
