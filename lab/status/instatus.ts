/** The swap provider's public status page, in the shape of Instatus's public data. */
import type { PageState } from './page-service.ts';

interface Mood {
  status: string;
  /** Status of the components that are concerned. */
  components: Readonly<Record<string, string>>;
  incident: { name: string; status: string; impact: string } | null;
  maintenance: boolean;
}

const componentNames = ['Quotes', 'Swap execution', 'Cross-chain routes', 'Token list', 'API'];

const healthy: Mood = { status: 'UP', components: {}, incident: null, maintenance: false };

const moods: Readonly<Record<PageState, Mood>> = {
  operational: healthy,
  degraded: {
    ...healthy,
    status: 'HASISSUES',
    components: { Quotes: 'DEGRADEDPERFORMANCE' },
    incident: { name: 'Quotes are slow', status: 'MONITORING', impact: 'DEGRADEDPERFORMANCE' },
  },
  'major-outage': {
    ...healthy,
    status: 'HASISSUES',
    components: Object.fromEntries(componentNames.map((name) => [name, 'MAJOROUTAGE'])),
    incident: { name: 'Swaps are not possible', status: 'IDENTIFIED', impact: 'MAJOROUTAGE' },
  },
  maintenance: {
    ...healthy,
    status: 'UNDERMAINTENANCE',
    components: { 'Cross-chain routes': 'UNDERMAINTENANCE' },
    maintenance: true,
  },
  'incident-open': {
    ...healthy,
    status: 'HASISSUES',
    incident: { name: 'Some swaps settle late', status: 'INVESTIGATING', impact: 'MINOROUTAGE' },
  },
  'unknown-word': { ...healthy, status: 'MOSTLYUP' },
};

const pageUrl = 'https://status.swaps.example.com';
const minuteMs = 60_000;

/** The page's documents by their path, as they are at `now` when `state` began 12 minutes earlier. */
export function instatusPage(state: PageState, now = Date.now()): Readonly<Record<string, object>> {
  const mood = moods[state];
  const ago = (minutes: number): string => new Date(now - minutes * minuteMs).toISOString();
  const url = (kind: string): string => `${pageUrl}/${kind}/cl0${kind}0001`;
  const incidents = mood.incident
    ? [{ id: 'cl0incident0001', ...mood.incident, started: ago(12), url: url('incident'), updatedAt: ago(2) }]
    : [];
  const maintenances = mood.maintenance
    ? [
        {
          ...{ id: 'cl0maintenance0001', name: 'Upgrade of the routing engine', status: 'INPROGRESS' },
          ...{ start: ago(12), duration: '60', url: url('maintenance'), updatedAt: ago(12) },
        },
      ]
    : [];
  return {
    '/summary.json': {
      page: { name: 'Example Swaps', url: pageUrl, status: mood.status },
      ...(incidents.length > 0 ? { activeIncidents: incidents } : {}),
      ...(maintenances.length > 0 ? { activeMaintenances: maintenances } : {}),
    },
    '/v2/components.json': {
      components: componentNames.map((name, index) => ({
        id: `cl0component000${index + 1}`,
        name,
        description: '',
        status: mood.components[name] ?? 'OPERATIONAL',
        group: null,
      })),
    },
  };
}
