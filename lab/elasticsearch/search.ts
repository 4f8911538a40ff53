import { predicateOf } from './clause.ts';
import { documentsBetween, type LogDocument, shardCount } from './documents.ts';
import type { Predicate } from './query-string.ts';
import { SearchError } from './search-error.ts';
import type { ElasticsearchState } from './state.ts';

const failedShard = 3;

export interface SearchBody {
  query?: unknown;
  size?: number;
  track_total_hits?: boolean;
  aggs?: Readonly<Record<string, unknown>>;
  aggregations?: Readonly<Record<string, unknown>>;
}

/** Runs a search over all documents, and really counts. The shape is that of version 8. */
export function search(body: SearchBody, index: string, state: ElasticsearchState, now = Date.now()): object {
  const started = performance.now();
  const matches = predicateOf(body.query ?? { match_all: {} }, now);
  const found = documentsBetween(0, now, state, now).filter(
    (document) => isReached(document, state) && matches(document),
  );
  const failed = state.shards === 'one-failed' ? 1 : 0;
  const isCounted = body.track_total_hits === true || found.length <= 10_000;
  return {
    took: Math.max(1, Math.round(performance.now() - started)),
    timed_out: state.searches === 'given-up',
    _shards: {
      total: shardCount,
      successful: shardCount - failed,
      skipped: 0,
      failed,
      ...(failed > 0 ? { failures: [failure(index)] } : {}),
    },
    hits: {
      total: isCounted ? { value: found.length, relation: 'eq' } : { value: 10_000, relation: 'gte' },
      max_score: null,
      hits: found
        .slice(Math.max(0, found.length - (body.size ?? 10)))
        .reverse()
        .map(({ id, fields }) => ({ _index: index, _id: id, _score: null, _source: fields })),
    },
    ...aggregationsOf(body, found, now),
  };
}

/** A shard that fails, and a search that is given up, leave out a part of the documents. */
function isReached({ shard }: LogDocument, { shards, searches }: ElasticsearchState): boolean {
  return (shards === 'whole' || shard !== failedShard) && (searches === 'completed' || shard % 2 === 0);
}

function failure(index: string): object {
  const reason =
    '[parent] Data too large, data for [indices:data/read/search[phase/query]] would be [1021342870/974mb], which is larger than the limit of [1020054732/972.7mb]';
  const sizes = { bytes_wanted: 1_021_342_870, bytes_limit: 1_020_054_732, durability: 'TRANSIENT' };
  return {
    shard: failedShard,
    index,
    node: 'kQ2vT1sZRlC0wYxN5mB7aA',
    reason: { type: 'circuit_breaking_exception', reason, ...sizes },
  };
}

function aggregationsOf(body: SearchBody, documents: readonly LogDocument[], now: number): object {
  const asked = body.aggs ?? body.aggregations;
  return asked === undefined ? {} : { aggregations: aggregate(asked, documents, now) };
}

function aggregate(asked: Readonly<Record<string, unknown>>, documents: readonly LogDocument[], now: number): object {
  const count = (holds: Predicate): object => ({ doc_count: documents.filter(holds).length });
  return Object.fromEntries(
    Object.entries(asked).map(([name, spec]): [string, object] => {
      const { filter, filters, max } = spec as {
        filter?: unknown;
        filters?: { filters: object };
        max?: { field: string };
      };
      if (filter !== undefined) return [name, count(predicateOf(filter, now))];
      if (filters !== undefined) {
        const buckets = Object.entries(filters.filters).map(([key, clause]) => [key, count(predicateOf(clause, now))]);
        return [name, { buckets: Object.fromEntries(buckets) as object }];
      }
      if (max !== undefined) return [name, newest(max.field, documents)];
      throw new SearchError('parsing_exception', `Unknown aggregation type in [${name}]`);
    }),
  );
}

function newest(field: string, documents: readonly LogDocument[]): object {
  const values = documents.map(({ at, fields }) => (field === '@timestamp' ? at : Number(fields[field])));
  const value = values.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (value === Number.NEGATIVE_INFINITY) return { value: null };
  return field === '@timestamp' ? { value, value_as_string: new Date(value).toISOString() } : { value };
}
