/** Elasticsearch’s HTTP API, as far as it is searched and asked for its health. */
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import { shardCount } from './documents.ts';
import { type SearchBody, search } from './search.ts';
import { SearchError } from './search-error.ts';
import type { ElasticsearchState } from './state.ts';

const alias = 'logs-wallet';
const todaysIndex = (): string => `${alias}-${new Date().toISOString().slice(0, 10).replaceAll('-', '.')}`;

export function elasticsearchApi(state: ElasticsearchState): Handle {
  return (question) => {
    if (question.path === '/') return json(about);
    if (question.path === '/_cluster/health') return json(health(state));
    const index = /^\/([^/]+)\/_search$/.exec(question.path)?.[1];
    if (index === undefined)
      return refusal(400, 'illegal_argument_exception', `no handler found for uri [${question.path}]`);
    return searchIn(index, question, state);
  };
}

function searchIn(index: string, { query, body }: Question, state: ElasticsearchState): Answer {
  const missing = index.split(',').find((part) => state.index === 'missing' || !fits(part));
  if (missing !== undefined && (query.get('allow_no_indices') === 'false' || !missing.includes('*'))) {
    const about = { 'resource.type': 'index_or_alias', 'resource.id': missing, index_uuid: '_na_', index: missing };
    return refusal(404, 'index_not_found_exception', `no such index [${missing}]`, about);
  }
  try {
    const asked = (body.trim() === '' ? {} : JSON.parse(body)) as SearchBody;
    if (missing !== undefined) return json(nothing);
    return json(search(asked, todaysIndex(), state));
  } catch (error) {
    if (error instanceof SyntaxError) return refusal(400, 'parsing_exception', error.message);
    if (!(error instanceof SearchError)) throw error;
    return refusal(400, error.type, error.message, { index: todaysIndex() });
  }
}

function fits(part: string): boolean {
  if (part === alias || part === '_all') return true;
  return new RegExp(`^${part.split('*').map(RegExp.escape).join('.*')}$`).test(todaysIndex());
}

function refusal(status: number, type: string, reason: string, more: object = {}): Answer {
  const cause = { type, reason, ...more };
  const ofShard = type === 'query_shard_exception';
  const whole = ofShard
    ? { type: 'search_phase_execution_exception', reason: 'all shards failed', phase: 'query', grouped: true }
    : cause;
  return json({ error: { root_cause: [cause], ...whole }, status }, status);
}

/** What a pattern without an index finds. */
const nothing = {
  took: 0,
  timed_out: false,
  _shards: { total: 0, successful: 0, skipped: 0, failed: 0 },
  hits: { total: { value: 0, relation: 'eq' }, max_score: 0, hits: [] },
};

const about = {
  name: 'logs-1',
  cluster_name: 'example-logs',
  cluster_uuid: 'u7Xh0pQbT4m9cJkZ2sWqLw',
  version: {
    number: '8.15.3',
    build_flavor: 'default',
    build_type: 'docker',
    build_snapshot: false,
    lucene_version: '9.11.1',
    minimum_wire_compatibility_version: '7.17.0',
    minimum_index_compatibility_version: '7.0.0',
  },
  tagline: 'You Know, for Search',
};

/** A red cluster has lost a shard of some index; that index need not be ours. */
function health({ cluster }: ElasticsearchState): object {
  const lost = cluster === 'red' ? 2 : 0;
  const active = shardCount * 2 * 4;
  return {
    cluster_name: 'example-logs',
    status: cluster,
    timed_out: false,
    number_of_nodes: lost > 0 ? 2 : 3,
    number_of_data_nodes: lost > 0 ? 2 : 3,
    active_primary_shards: active / 2 - lost / 2,
    active_shards: active - lost,
    relocating_shards: 0,
    initializing_shards: 0,
    unassigned_shards: lost,
    delayed_unassigned_shards: 0,
    number_of_pending_tasks: 0,
    number_of_in_flight_fetch: 0,
    task_max_waiting_in_queue_millis: 0,
    active_shards_percent_as_number: ((active - lost) / active) * 100,
  };
}
