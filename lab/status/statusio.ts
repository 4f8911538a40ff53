/** The node provider's public status page, in the shape of Status.io's public status API 1.0. */
import type { PageState } from './page-service.ts';

/** 24 hexadecimal digits, as all ids of Status.io. */
export const statusioPageId = '64c0ffee5eedc0de0badf00d';

interface Mood {
  code: number;
  /** Status codes of the components that are concerned. */
  components: Readonly<Record<string, number>>;
  incident: { name: string; code: number; state: number; text: string } | null;
  maintenance: boolean;
}

const labels: Readonly<Record<number, string>> = {
  100: 'Operational',
  200: 'Planned Maintenance',
  300: 'Degraded Performance',
  400: 'Partial Service Disruption',
  500: 'Service Disruption',
  700: 'Under Observation',
};

const componentNames = ['Ethereum RPC', 'BNB Smart Chain RPC', 'Archive data', 'WebSocket', 'Dashboard'];
const regions = ['Frankfurt', 'Virginia'];

const healthy: Mood = { code: 100, components: {}, incident: null, maintenance: false };

const moods: Readonly<Record<PageState, Mood>> = {
  operational: healthy,
  degraded: { ...healthy, code: 300, components: { 'BNB Smart Chain RPC': 300 } },
  'major-outage': {
    ...healthy,
    code: 500,
    components: Object.fromEntries(componentNames.map((name) => [name, 500])),
    incident: { name: 'Nodes do not answer', code: 500, state: 200, text: 'A network fault; we are moving traffic.' },
  },
  maintenance: { ...healthy, code: 200, components: { 'Archive data': 200 }, maintenance: true },
  'incident-open': {
    ...healthy,
    incident: { name: 'Requests fail for some', code: 300, state: 100, text: 'We are looking into it.' },
  },
  'unknown-word': { ...healthy, code: 700 },
};

const minuteMs = 60_000;

/** The page's document by its path, as it is at `now` when `state` began 12 minutes earlier. */
export function statusioPage(state: PageState, now = Date.now()): Readonly<Record<string, object>> {
  const mood = moods[state];
  const ago = (minutes: number): string => new Date(now - minutes * minuteMs).toISOString();
  const status = (code: number) => ({ status: labels[code], status_code: code, updated: ago(code === 100 ? 9000 : 2) });
  const places = { components_affected: [], containers_affected: regions.map(asContainer) };
  const { incident } = mood;
  return {
    [`/1.0/status/${statusioPageId}`]: {
      result: {
        status_overall: { ...status(mood.code), updated: ago(2) },
        status: componentNames.map((name, index) => {
          const own = status(mood.components[name] ?? 100);
          const containers = regions.map((region, at) => ({ id: id(200 + at), name: region, ...own }));
          return { id: id(100 + index), name, ...own, containers };
        }),
        incidents: incident
          ? [
              {
                _id: id(300),
                name: incident.name,
                datetime_open: ago(12),
                messages: [{ details: incident.text, state: incident.state, status: incident.code, datetime: ago(12) }],
                ...places,
              },
            ]
          : [],
        maintenance: { active: mood.maintenance ? [{ ...maintenance(ago), ...places }] : [], upcoming: [] },
      },
    },
  };
}

const id = (number: number): string => `64c0ffee5eedc0de0bad${String(number).padStart(4, '0')}`;

const asContainer = (name: string, index: number) => ({ _id: id(200 + index), name });

function maintenance(ago: (minutes: number) => string): object {
  return {
    _id: id(400),
    name: 'Archive storage is enlarged',
    datetime_open: ago(60 * 24),
    datetime_planned_start: ago(12),
    datetime_planned_end: ago(-48),
    messages: [{ details: 'Old states cannot be read meanwhile.', state: 200, status: 200, datetime: ago(12) }],
  };
}
