/** The on-ramp's public status page, in the shape of Statuspage's API v2. */

import type { PageState } from './page-service.ts';

interface Mood {
  indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance' | 'elevated';
  description: string;
  /** Status of the components that are concerned, and which these are. */
  components: Readonly<Record<string, string>>;
  incident: { name: string; impact: string; status: string; text: string } | null;
  maintenance: boolean;
}

const componentNames = ['Card payments', 'Bank transfers', 'Identity verification', 'Crypto delivery', 'API'];

const healthy: Mood = {
  indicator: 'none',
  description: 'All Systems Operational',
  components: {},
  incident: null,
  maintenance: false,
};

const moods: Readonly<Record<PageState, Mood>> = {
  operational: healthy,
  degraded: {
    ...healthy,
    indicator: 'minor',
    description: 'Partially Degraded Service',
    components: { 'Card payments': 'degraded_performance' },
  },
  'major-outage': {
    ...healthy,
    indicator: 'critical',
    description: 'Major Service Outage',
    components: Object.fromEntries(componentNames.map((name) => [name, 'major_outage'])),
    incident: {
      name: 'Purchases are not possible',
      impact: 'critical',
      status: 'identified',
      text: 'We know the cause and are working on it. Payments that were taken are safe.',
    },
  },
  maintenance: {
    ...healthy,
    indicator: 'maintenance',
    description: 'Service Under Maintenance',
    components: { 'Bank transfers': 'under_maintenance' },
    maintenance: true,
  },
  'incident-open': {
    ...healthy,
    indicator: 'minor',
    description: 'Minor Service Outage',
    incident: {
      name: 'Some card payments are delayed',
      impact: 'minor',
      status: 'investigating',
      text: 'Some orders paid by card take longer than usual. We are looking into it.',
    },
  },
  'unknown-word': { ...healthy, indicator: 'elevated', description: 'Elevated Attention' },
};

const minuteMs = 60_000;

/** The page's documents by their path, as they are at `now` when `state` began 12 minutes earlier. */
export function statusPage(state: PageState, now = Date.now()): Readonly<Record<string, object>> {
  const mood = moods[state];
  const ago = (minutes: number): string => new Date(now - minutes * minuteMs).toISOString();
  const page = {
    id: 'x1lab0nramp7',
    name: 'Example On-ramp',
    url: 'https://status.onramp.example.com',
    time_zone: 'Etc/UTC',
    updated_at: ago(2),
  };
  const status = { indicator: mood.indicator, description: mood.description };
  const components = componentNames.map((name, index) => ({
    id: `component-${index + 1}`,
    name,
    status: mood.components[name] ?? 'operational',
    position: index + 1,
    updated_at: ago(mood.components[name] ? 12 : 60 * 24 * 9),
  }));
  const incidents = mood.incident ? [incident(mood.incident, ago)] : [];
  const maintenances = mood.maintenance ? [maintenance(ago)] : [];
  return {
    '/api/v2/status.json': { page, status },
    '/api/v2/summary.json': {
      ...{ page, components, incidents },
      ...{ scheduled_maintenances: maintenances, status },
    },
    '/api/v2/components.json': { page, components },
    '/api/v2/incidents.json': { page, incidents },
    '/api/v2/incidents/unresolved.json': { page, incidents },
    '/api/v2/scheduled-maintenances.json': { page, scheduled_maintenances: maintenances },
    '/api/v2/scheduled-maintenances/active.json': { page, scheduled_maintenances: maintenances },
    '/api/v2/scheduled-maintenances/upcoming.json': { page, scheduled_maintenances: [] },
  };
}

type Ago = (minutes: number) => string;

function incident({ text, ...about }: NonNullable<Mood['incident']>, ago: Ago): object {
  const since = { created_at: ago(12), updated_at: ago(2), started_at: ago(12), resolved_at: null };
  const updates = [{ id: 'update-1', status: about.status, body: text, created_at: ago(12) }];
  return { id: 'incident-1', ...about, ...since, incident_updates: updates };
}

function maintenance(ago: Ago): object {
  return {
    id: 'maintenance-1',
    name: 'Bank transfer maintenance',
    status: 'in_progress',
    impact: 'maintenance',
    scheduled_for: ago(12),
    scheduled_until: ago(-48),
    incident_updates: [],
  };
}
