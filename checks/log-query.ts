import { ageOf, ConfigProblem, defineCheck, param } from 'runlight/check';
import { clusterHealth, search } from './_elasticsearch.ts';

/**
 * Proves that the logs of a time window can be searched in full, and reads how many there are, how many of
 * them are errors, and how far the log pipeline is behind. Elasticsearch and OpenSearch.
 *
 * Readings: `total` (documents in the window and in the scope of `query`), `errors` (those of them that
 * `errors` finds), `errorShare` (%), `newestAge` (s, of the newest document of the scope; where the window
 * holds none, of the last 7 days), `cluster` (green, yellow or red), `latency` (ms, the search).
 * A window without documents says nothing about errors: `errors` and `errorShare` are then absent, since a
 * broken pipeline must not look like a calm one.
 * Counts of which a part is missing are never judged: shards that failed end in `protocol`, a search that
 * the server gave up in `timeout`. An index that does not exist, and a query that cannot be read, are `config`.
 * Sources: elastic/elasticsearch docs/reference (search/search.asciidoc, search/search-your-data,
 * query-dsl/query-string-query.asciidoc, cluster/health.asciidoc).
 */
export default defineCheck({
  summary: 'Logs arrive, can be searched, and hold few errors',
  layer: 'backend',
  params: {
    target: param.target(),
    index: param.matching(/^(?!\.{1,2}$)\S+$/, 'an index, alias, data stream or pattern, such as `logs-*`'),
    window: param.duration().default(900_000),
    query: param.text('a query string, such as `service:swap-api`').optional(),
    errors: param.text('a query string, such as `level:(error OR fatal)`').optional(),
    timeField: param.text('the name of the field that holds the time').default('@timestamp'),
  },
  readings: {
    total: { type: 'integer', summary: 'Documents in the window' },
    errors: { type: 'integer', summary: 'Documents in the window that are errors' },
    errorShare: { unit: '%', summary: 'Share of the documents that are errors' },
    newestAge: { unit: 's', summary: 'Age of the newest document: how far the log pipeline is behind' },
    cluster: { type: 'text', summary: 'Health of the cluster: `green`, `yellow` or `red`' },
    latency: { unit: 'ms', summary: 'Time of the search' },
  },
  async run({ params, http, wanted, evidence, fail }) {
    if ((wanted.has('errors') || wanted.has('errorShare')) && params.errors === undefined)
      throw new ConfigProblem('The rows ask for errors, but the block does not say by `errors` what counts as one.');
    const to = Date.now();
    const from = to - params.window;
    const [found, cluster] = await Promise.all([
      search(http, params.index, searchBody(params, from, to)),
      wanted.has('cluster') ? clusterHealth(http, evidence) : null,
    ]);
    const { total, latency, partial } = found;
    const errors = total === 0 ? null : found.errors;
    const readings = {
      total,
      errors,
      errorShare: errors === null ? null : Number(((errors / total) * 100).toPrecision(12)),
      cluster,
      latency,
    };
    evidence('Window', `${new Date(from).toISOString()} to ${new Date(to).toISOString()}, ${total} documents`);
    if (partial) {
      if (partial.details !== '') evidence('Shards that failed', partial.details);
      return fail(partial.code, `\`${http.target}\` answers in part: ${partial.why}, so its counts are too small.`, {
        readings,
        hint: 'Trust no count of this cluster for now: look at its health and its load, and at why its shards fail.',
      });
    }
    if (params.errors !== undefined && found.errors === null)
      return fail('protocol', `\`${http.target}\` did not count the errors that it was asked for.`, { readings });
    if (total > 0 && (found.newest === null || found.newest < from - 1000 || found.newest > to + 1000))
      return fail('protocol', `\`${http.target}\` counts documents that are not of the window.`, { readings });
    if (!wanted.has('newestAge')) return readings;
    const newest = found.newest ?? (await search(http, params.index, searchBody(params, to - lookBack, to))).newest;
    return { ...readings, newestAge: newest === null ? null : ageOf(newest / 1000, 'The newest document', evidence) };
  },
});

/** How far back the newest document is looked for when the window holds none, in milliseconds. */
const lookBack = 7 * 86_400_000;

interface Scope {
  query?: string | undefined;
  errors?: string | undefined;
  timeField: string;
}

/** Counts alone, no documents. `timeout` ends what nobody waits for any more. */
function searchBody({ query, errors, timeField }: Scope, from: number, to: number): object {
  const ofWindow = { range: { [timeField]: { gte: from, lte: to, format: 'epoch_millis' } } };
  const ofScope = query === undefined ? [] : [{ query_string: { query } }];
  return {
    size: 0,
    track_total_hits: true,
    timeout: '9s',
    query: { bool: { filter: [ofWindow, ...ofScope] } },
    aggs: {
      newest: { max: { field: timeField } },
      ...(errors === undefined ? {} : { errors: { filter: { query_string: { query: errors } } } }),
    },
  };
}
