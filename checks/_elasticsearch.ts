// Elasticsearch and OpenSearch, as far as checks ask them. Sources: elastic/elasticsearch docs/reference
// (search/search.asciidoc, cluster/health.asciidoc), the OpenSearch documentation of `_search`.
import { CheckFailure, ConfigProblem, type Http, type HttpAnswer, readJson, statusFailure } from 'runlight/check';
import { z } from 'zod';

const countSchema = z.int().nonnegative();
const searchSchema = z.looseObject({
  timed_out: z.boolean(),
  _shards: z.looseObject({ total: countSchema, failed: countSchema, failures: z.array(z.unknown()).optional() }),
  /** Of a search over several clusters. */
  _clusters: z
    .looseObject({ skipped: countSchema.optional(), partial: countSchema.optional(), failed: countSchema.optional() })
    .optional(),
  hits: z.looseObject({
    // A number before 7.x, and an object since.
    total: z.union([countSchema, z.looseObject({ value: countSchema, relation: z.enum(['eq', 'gte']) })]),
  }),
  aggregations: z
    .looseObject({
      newest: z.looseObject({ value: z.number().nullable() }).optional(),
      errors: z.looseObject({ doc_count: countSchema }).optional(),
    })
    .optional(),
});

export interface Found {
  total: number;
  /** How many of them the `errors` aggregation counts; `null` where none was asked for. */
  errors: number | null;
  /** By the `newest` aggregation, in milliseconds since 1970; `null` where there is no document. */
  newest: number | null;
  /** Why the counts are partial, or `null` when every shard has answered in full. */
  partial: { code: 'timeout' | 'protocol'; why: string; details: string } | null;
  latency: number;
}

/**
 * One search. An index that does not exist and a request that the server cannot read are `config`; every
 * other refusal is `http-status`.
 */
export async function search(http: Http, index: string, body: object): Promise<Found> {
  // Without `allow_no_indices`, a pattern that matches no index would be answered with 0 documents.
  const path = `/${encodeURIComponent(index)}/_search?allow_no_indices=false`;
  const answer = await http(path, { method: 'POST', json: body, anyStatus: true });
  refuse(http, index, answer);
  const { hits, timed_out, _shards, _clusters, aggregations } = readJson(
    answer,
    searchSchema,
    'The answer to the search',
  );
  if (_shards.total === 0) throw noIndex(http, index);
  if (typeof hits.total === 'object' && hits.total.relation !== 'eq')
    throw new CheckFailure(
      'protocol',
      `\`${http.target}\` counted only to ${hits.total.value}, although it was to count all.`,
    );
  const total = typeof hits.total === 'object' ? hits.total.value : hits.total;
  const errors = aggregations?.errors?.doc_count ?? null;
  if (errors !== null && errors > total)
    throw new CheckFailure('protocol', `\`${http.target}\` found ${errors} errors among ${total} documents.`);
  const missing = (_clusters?.skipped ?? 0) + (_clusters?.partial ?? 0) + (_clusters?.failed ?? 0);
  const partial = (code: 'timeout' | 'protocol', why: string): Found['partial'] => ({
    code,
    why,
    details: (_shards.failures ?? []).slice(0, 5).map(reasonOfShard).join('\n'),
  });
  return {
    total,
    errors,
    newest: aggregations?.newest?.value ?? null,
    latency: answer.durationMs,
    partial: timed_out
      ? partial('timeout', 'it gave the search up before every shard had answered')
      : _shards.failed > 0
        ? partial('protocol', `${_shards.failed} of ${_shards.total} shards failed`)
        : missing > 0
          ? partial('protocol', `${missing} of the clusters that it asks did not answer in full`)
          : null,
  };
}

const healthSchema = z.looseObject({
  status: z.enum(['green', 'yellow', 'red']),
  unassigned_shards: countSchema.optional(),
  number_of_nodes: countSchema.optional(),
});

/** The cluster’s own word on its health: `yellow` lacks copies, `red` lacks data. */
export async function clusterHealth(http: Http, evidence: (title: string, text: string) => void): Promise<string> {
  const answer = await http('/_cluster/health', { anyStatus: true });
  if (!isWell(answer)) throw statusFailure(http, answer, reasonOf(documentOf(answer)) ?? '');
  const { status, unassigned_shards, number_of_nodes } = readJson(answer, healthSchema, 'The health of the cluster');
  evidence('Cluster', `${status}, ${unassigned_shards ?? '?'} shards unassigned, ${number_of_nodes ?? '?'} nodes`);
  return status;
}

const isWell = ({ status }: HttpAnswer): boolean => status >= 200 && status <= 299;

function refuse(http: Http, index: string, answer: HttpAnswer): void {
  const document = documentOf(answer);
  const reason = reasonOf(document);
  if (isWell(answer)) {
    if (reason !== null)
      throw new CheckFailure('protocol', `\`${http.target}\` answered ${answer.status}, but said: ${sentence(reason)}`);
    return;
  }
  if (answer.status === 404 && reason?.startsWith('index_not_found_exception')) throw noIndex(http, index);
  if (answer.status === 400 && reason !== null)
    throw new ConfigProblem(`\`${http.target}\` cannot search like this: ${sentence(reason)}`);
  throw statusFailure(http, answer, reason ?? '');
}

function noIndex(http: Http, index: string): ConfigProblem {
  return new ConfigProblem(
    `\`${http.target}\` has no index \`${index}\`: its name is wrong in the block, or the index is gone.`,
  );
}

const causeSchema = z.looseObject({ type: z.string(), reason: z.string().nullish() });
const errorSchema = z.looseObject({
  error: z.union([z.string(), z.looseObject({ ...causeSchema.shape, root_cause: z.array(causeSchema).optional() })]),
});

/** The first cause of an error as `type: reason`, or `null` where the answer is none. */
function reasonOf(document: unknown): string | null {
  const parsed = errorSchema.safeParse(document);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  return typeof error === 'string' ? error : causeOf(error.root_cause?.[0] ?? error);
}

const causeOf = ({ type, reason }: z.infer<typeof causeSchema>): string => `${type}: ${reason ?? 'no reason given'}`;

function reasonOfShard(failure: unknown): string {
  const parsed = z
    .looseObject({ shard: z.number(), index: z.string().nullish(), reason: causeSchema })
    .safeParse(failure);
  if (!parsed.success) return 'a failure that gives no readable reason';
  const { shard, index, reason } = parsed.data;
  return `${index ?? 'shard'}[${shard}] ${causeOf(reason)}`.slice(0, 400);
}

function documentOf(answer: HttpAnswer): unknown {
  try {
    return answer.json();
  } catch (error) {
    if (isWell(answer)) throw error;
    return undefined;
  }
}

const sentence = (text: string): string => `${text.trim().replace(/\s+/g, ' ').slice(0, 300).replace(/\.$/, '')}.`;
