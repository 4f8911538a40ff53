/** The identity check provider's public status page, in the shape of Better Stack's JSON document. */
import type { PageState } from './page-service.ts';

interface Report {
  title: string;
  report_type: 'manual' | 'automatic' | 'maintenance';
  aggregate_state: string;
  text: string;
  /** Minutes from now; `null` while nobody knows. */
  endsIn: number | null;
}

interface Mood {
  aggregate: string;
  /** Status of the resources that are concerned. */
  resources: Readonly<Record<string, string>>;
  report: Report | null;
}

const resourceNames = ['Document check', 'Selfie check', 'Watch-list screening', 'API', 'Webhooks'];
/** Listed, and watched by nobody. */
const unwatched = 'Sandbox';

const healthy: Mood = { aggregate: 'operational', resources: {}, report: null };

const report = (title: string, state: string, text: string, more: Partial<Report> = {}): Report => ({
  ...{ title, aggregate_state: state, text, report_type: 'manual', endsIn: null },
  ...more,
});

const moods: Readonly<Record<PageState, Mood>> = {
  operational: healthy,
  degraded: { ...healthy, aggregate: 'degraded', resources: { 'Document check': 'degraded' } },
  'major-outage': {
    aggregate: 'downtime',
    resources: Object.fromEntries(resourceNames.map((name) => [name, 'downtime'])),
    report: report('Verifications do not start', 'downtime', 'We know the cause and are restoring service.', {
      report_type: 'automatic',
    }),
  },
  maintenance: {
    aggregate: 'maintenance',
    resources: { Webhooks: 'maintenance' },
    report: report('Webhook delivery moves', 'maintenance', 'Webhooks arrive up to an hour late.', {
      report_type: 'maintenance',
      endsIn: 48,
    }),
  },
  'incident-open': {
    ...healthy,
    report: report('Some selfies are refused', 'degraded', 'Users on older phones may have to try again.'),
  },
  'unknown-word': { ...healthy, aggregate: 'under_observation' },
};

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** The page's document by its path, as it is at `now` when `state` began 12 minutes earlier. */
export function betterstackPage(state: PageState, now = Date.now()): Readonly<Record<string, object>> {
  const { aggregate, resources, report: current } = moods[state];
  const ago = (minutes: number): string => new Date(now - minutes * minuteMs).toISOString();
  const past = report('Document checks were slow', 'operational', 'This is resolved.', { endsIn: -3 * dayMinutes });
  const reports = [
    ...(current ? [{ id: '9002', startedAgo: 12, ...current }] : []),
    { id: '9001', startedAgo: 3 * dayMinutes + 55, ...past },
  ];
  const all = [...resourceNames, unwatched].map((name, index) => ({
    id: String(8001 + index),
    type: 'status_page_resource',
    attributes: {
      ...{ status_page_section_id: 7001, resource_id: 6001 + index, resource_type: 'Monitor' },
      ...{ public_name: name, explanation: '', position: index, availability: 0.99987 },
      status: name === unwatched ? 'not_monitored' : (resources[name] ?? 'operational'),
    },
  }));
  return {
    '/index.json': {
      data: {
        id: '5001',
        type: 'status_page',
        attributes: {
          ...{ company_name: 'Example Identity Checks', company_url: 'https://kyc.example.com' },
          ...{ timezone: 'UTC', subdomain: 'example-kyc', custom_domain: 'status.kyc.example.com' },
          ...{ announcement: null, aggregate_state: aggregate, created_at: ago(400 * dayMinutes), updated_at: ago(2) },
        },
        relationships: {
          sections: { data: [{ id: '7001', type: 'status_page_section' }] },
          resources: { data: all.map(({ id, type }) => ({ id, type })) },
          status_reports: { data: reports.map(({ id }) => ({ id, type: 'status_report' })) },
        },
      },
      included: [
        { id: '7001', type: 'status_page_section', attributes: { name: 'Services', position: 0 } },
        ...all,
        ...reports.flatMap((each) => asRecords(each, ago)),
      ],
    },
  };
}

/** A report and its one update. */
function asRecords({ id, startedAgo, ...about }: Report & { id: string; startedAgo: number }, ago: Ago): object[] {
  const { title, report_type, aggregate_state, text, endsIn } = about;
  const update = { id: `${id}1`, type: 'status_update' };
  return [
    {
      id,
      type: 'status_report',
      attributes: {
        ...{ title, report_type, starts_at: ago(startedAgo), ends_at: endsIn === null ? null : ago(-endsIn) },
        ...{ status_page_id: 5001, affected_resources: [], aggregate_state },
      },
      relationships: { status_updates: { data: [update] } },
    },
    { ...update, attributes: { message: text, published_at: ago(startedAgo), status_report_id: Number(id) } },
  ];
}

type Ago = (minutes: number) => string;
