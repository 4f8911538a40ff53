import { type ElasticsearchState, healthyElasticsearch } from '../elasticsearch/state.ts';
import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { defineService } from '../service.ts';

const changes = changesOf(healthyElasticsearch);

export default defineService<StatePart<ElasticsearchState>>({
  name: 'elasticsearch',
  protocol: 'Elasticsearch 8 (JSON over HTTP)',
  summary: 'The logs of the wallet’s backend, in the index `logs-wallet`.',
  faults: {
    ...httpFaults,
    'error-spike': changes('errors', 'spike', 'Of the log documents, 42 % have the level `error`.'),
    'pipeline-lag': changes('pipeline', 'lagging', 'No document of the last 22 minutes has arrived.'),
    'shards-failed': changes(
      'shards',
      'one-failed',
      'Answers 200, but 1 of 5 shards failed (`circuit_breaking_exception`): its documents are not counted.',
    ),
    'timed-out': changes('searches', 'given-up', 'Answers 200 with `timed_out: true` and a part of the documents.'),
    'index-missing': changes('index', 'missing', 'The index is gone: searches in it are answered with 404.'),
    'red-cluster': changes('cluster', 'red', 'The cluster’s health is `red`: a shard of another index is lost.'),
  },
  async start() {
    const { elasticsearchApi } = await import('../elasticsearch/http-api.ts');
    const state: ElasticsearchState = { ...healthyElasticsearch };
    const server = await startServer(elasticsearchApi(state));
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
