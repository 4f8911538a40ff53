import { defineCheck, param, readJson, statusFailure } from 'runlight/check';
import { z } from 'zod';

const healthSchema = z.looseObject({
  database: z.enum(['ok', 'failing']),
  version: z.string().optional(),
  commit: z.string().optional(),
});

/**
 * Proves that Grafana serves and reaches its own database, where dashboards and alert rules are. It says
 * nothing of the data sources behind the dashboards.
 *
 * Readings: `database` (`ok` or `failing`), `version` (absent where Grafana hides it from strangers),
 * `latency` (ms). Grafana answers 503 while its database fails: without a row for `database` that is
 * `http-status`. It asks its database at most every 5 s, so a failure may show that much later.
 * Sources: grafana/grafana docs/sources/developers/http_api/other.md (health), pkg/api/http_server.go
 * (fields and statuses), pkg/api/health.go (5 s).
 */
export default defineCheck({
  summary: 'Grafana serves, and reaches its database',
  layer: 'backend',
  params: { target: param.target() },
  readings: {
    database: { type: 'text', summary: 'State of Grafana’s own database: `ok` or `failing`' },
    version: { type: 'text', summary: 'Version of Grafana' },
    latency: { unit: 'ms', summary: 'Time of `/api/health`' },
  },
  async run({ http, wanted, evidence, fail }) {
    const answer = await http('/api/health', { anyStatus: true });
    const isWell = answer.status >= 200 && answer.status <= 299;
    // A 503 may also be of what stands before Grafana; then its body is not Grafana’s.
    if (!isWell && (answer.status !== 503 || !isHealth(answer.text))) throw statusFailure(http, answer);
    const { database, version, commit } = readJson(answer, healthSchema, 'The health of Grafana');
    evidence('Grafana', `database ${database}, version ${version ?? 'hidden'}, commit ${commit ?? 'hidden'}`);
    const readings = { database, version: version || null, latency: answer.durationMs };
    if (!isWell && (database === 'ok' || !wanted.has('database')))
      throw statusFailure(http, answer, `its database is ${database}`);
    if (database !== 'ok' && !wanted.has('database'))
      return fail('expectation', 'Grafana answers 200, but says that its database is failing.', { readings });
    return readings;
  },
});

function isHealth(text: string): boolean {
  try {
    return healthSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
