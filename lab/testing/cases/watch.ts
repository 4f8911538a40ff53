/** What watches over the wallet: metrics, logs, dashboards. */
import { labKeys } from '../../datadog/state.ts';
import { jsonGetter } from '../get-json.ts';
import { ask } from '../plain-client.ts';
import { type ServiceCases, service } from '../service-case.ts';

const errorShare = 'sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))';

const logSearch = {
  size: 0,
  track_total_hits: true,
  query: { range: { '@timestamp': { gte: 'now-15m', lte: 'now' } } },
  aggs: { newest: { max: { field: '@timestamp' } }, errors: { filter: { query_string: { query: 'level:error' } } } },
};

interface DatadogSeries {
  status: string;
  series: { pointlist: [number, number | null][] }[];
}

interface Newest {
  /** Of an answer that is no answer. */
  outcome?: number | string;
  status?: string;
  series?: number;
  fresh?: boolean;
  value?: number | null;
}

export const watchCases: ServiceCases = {
  prometheus: {
    knock: { path: '/api/v1/query?query=up' },
    own: ['target-down', 'error-spike', 'nan', 'no-data', 'stale-samples', 'query-timeout', 'not-ready'],
    async look(world, name) {
      const { url } = service(world, name);
      const query = async (text: string): Promise<string | null> => {
        const { outcome, body } = await ask(`${url}/api/v1/query?query=${encodeURIComponent(text)}`);
        if (outcome !== 200) return `${outcome}: ${body}`;
        const { data } = JSON.parse(body) as { data: { result: { value: [number, string] }[] } };
        return data.result[0]?.value[1] ?? null;
      };
      const share = await query(errorShare);
      return {
        ready: (await ask(`${url}/-/ready`)).outcome,
        up: await query('min(up)'),
        errors: Number.isFinite(Number(share)) ? Number(share) > 0.05 : share,
        fresh: Number(await query('time() - max(timestamp(up))')) < 30,
      };
    },
  },
  elasticsearch: {
    knock: { path: '/logs-wallet/_search', body: { size: 0 } },
    own: ['error-spike', 'pipeline-lag', 'shards-failed', 'timed-out', 'index-missing', 'red-cluster'],
    async look(world, name) {
      const { url } = service(world, name);
      const { outcome, body } = await ask(`${url}/logs-wallet/_search`, { body: logSearch });
      const health = JSON.parse((await ask(`${url}/_cluster/health`)).body) as { status: string };
      if (outcome !== 200) return { cluster: health.status, search: outcome };
      const { timed_out, _shards, hits, aggregations } = JSON.parse(body) as {
        timed_out: boolean;
        _shards: { failed: number };
        hits: { total: { value: number } };
        aggregations: { errors: { doc_count: number }; newest: { value: number | null } };
      };
      return {
        cluster: health.status,
        timedOut: timed_out,
        failed: _shards.failed,
        errors: aggregations.errors.doc_count > hits.total.value / 10,
        fresh: Date.now() - (aggregations.newest.value ?? 0) < 30_000,
      };
    },
  },
  datadog: {
    knock: { path: '/api/v1/validate', headers: labKeys },
    own: [
      ...['key-invalid', 'no-data', 'null-points', 'stale-points', 'error-in-200', 'error-spike'],
      'release-crashes',
    ],
    async look(world, name) {
      const to = Math.floor(Date.now() / 1000);
      const newest = async (query: string): Promise<Newest> => {
        const { outcome, body } = await ask(
          `${service(world, name).url}/api/v1/query?from=${to - 900}&to=${to}&query=${encodeURIComponent(query)}`,
          { headers: labKeys },
        );
        if (outcome !== 200) return { outcome };
        const { status, series } = JSON.parse(body) as DatadogSeries;
        const [at = 0, value = null] = series[0]?.pointlist.at(-1) ?? [];
        return { status, series: series.length, fresh: to - at / 1000 < 60, value };
      };
      const { value: errors = null, ...answer } = await newest('avg:wallet.error_share{*}');
      const { value: calm = null } = await newest('min:wallet.crash_free_sessions{*}');
      return { ...answer, errors: errors && errors > 0.05, crashes: calm && calm < 0.97 };
    },
  },
  grafana: {
    knock: { path: '/api/health' },
    own: ['database-down', 'wrong-body'],
    look: async (world, name) => ({ health: await jsonGetter(world, name)('/api/health') }),
  },
};
