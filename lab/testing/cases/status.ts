import { jsonGetter } from '../get-json.ts';
import type { ServiceCases } from '../service-case.ts';

const own = ['degraded', 'major-outage', 'maintenance', 'incident-open', 'unknown-word'];

interface Statuspage {
  status: unknown;
  components: { status: string }[];
  incidents: unknown[];
  scheduled_maintenances: unknown[];
}

interface Instatus {
  page: unknown;
  activeIncidents?: { impact: string }[];
  activeMaintenances?: unknown[];
}

interface Statusio {
  result: {
    status_overall: { status_code: number };
    status: { status_code: number }[];
    incidents: unknown[];
    maintenance: { active: unknown[] };
  };
}

interface Betterstack {
  data: { attributes: { aggregate_state: string } };
  included: { type: string; attributes: { status?: string; title?: string } }[];
}

export const statusCases: ServiceCases = {
  'onramp-status': {
    knock: { path: '/api/v2/status.json' },
    own,
    async look(world, name) {
      const page = (await jsonGetter(world, name)('/api/v2/summary.json')) as Statuspage;
      return {
        status: page.status,
        components: page.components.map(({ status }) => status),
        incidents: page.incidents.length,
        maintenances: page.scheduled_maintenances.length,
      };
    },
  },
  'swap-status': {
    knock: { path: '/summary.json' },
    own,
    async look(world, name) {
      const get = jsonGetter(world, name);
      const { page, activeIncidents, activeMaintenances } = (await get('/summary.json')) as Instatus;
      return {
        page,
        impacts: activeIncidents?.map(({ impact }) => impact) ?? [],
        maintenances: activeMaintenances?.length ?? 0,
        components: await get('/v2/components.json'),
      };
    },
  },
  'node-status': {
    knock: { path: '' },
    own,
    async look(world, name) {
      const { result } = (await jsonGetter(world, name)('')) as Statusio;
      return {
        code: result.status_overall.status_code,
        components: result.status.map(({ status_code }) => status_code),
        incidents: result.incidents.length,
        maintenances: result.maintenance.active.length,
      };
    },
  },
  'kyc-status': {
    knock: { path: '/index.json' },
    own,
    async look(world, name) {
      const { data, included } = (await jsonGetter(world, name)('/index.json')) as Betterstack;
      return {
        state: data.attributes.aggregate_state,
        resources: included.flatMap(({ attributes }) => attributes.status ?? []),
        reports: included.flatMap(({ attributes }) => attributes.title ?? []),
      };
    },
  },
};
