/** What watches over the wallet: metrics, logs, dashboards. */
import { ask } from '../plain-client.ts';
import { type ServiceCases, service } from '../service-case.ts';

const errorShare = 'sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))';

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
};
