import { type Http, readJson } from 'runlight/check';
import { z } from 'zod';
import type { Component, ReadPage } from './page.ts';
import { knownState, stateOf, type Words, worst } from './state.ts';

const componentWords: Words = {
  OPERATIONAL: 'operational',
  UNDERMAINTENANCE: 'maintenance',
  DEGRADEDPERFORMANCE: 'degraded',
  MINOROUTAGE: 'partial-outage',
  PARTIALOUTAGE: 'partial-outage',
  MAJOROUTAGE: 'major-outage',
};

/** The three words of the public page, and the newer ones: `SOMEPARTIALOUTAGE`, `ALLMAJOROUTAGE`. */
const pageWords: Words = {
  UP: 'operational',
  HASISSUES: 'degraded',
  ...Object.fromEntries(
    Object.entries(componentWords)
      .filter(([word]) => word !== 'OPERATIONAL')
      .flatMap(([word, state]) => ['', 'ALL', 'SOME', 'ONE'].map((share) => [share + word, state] as const)),
  ),
};

const summarySchema = z.looseObject({
  page: z.looseObject({ status: z.string() }),
  // A page on which nothing is open may leave these out.
  activeIncidents: z
    .array(z.looseObject({ name: z.string(), status: z.string(), impact: z.string().nullish() }))
    .nullish(),
  activeMaintenances: z.array(z.looseObject({ name: z.string(), status: z.string() })).nullish(),
});

const componentsSchema = z.looseObject({
  components: z.array(
    z.looseObject({
      id: z.string().nullish(),
      name: z.string(),
      status: z.string(),
      group: z.looseObject({ id: z.string().nullish() }).nullish(),
    }),
  ),
});

/**
 * Instatus. Its summary does not name components; those are a second document. `HASISSUES` says that
 * something is wrong and not how much: the open incidents' impacts say that, and it is never less than
 * degraded.
 */
export const readInstatus: ReadPage = async (http, { needsComponents }) => {
  const [answer, components] = await Promise.all([
    http('/summary.json'),
    needsComponents ? readComponents(http) : null,
  ]);
  const summary = readJson(answer, summarySchema, 'The summary of the status page');
  const { status } = summary.page;
  const incidents = (summary.activeIncidents ?? []).filter((each) => each.status !== 'RESOLVED');
  const maintenances = (summary.activeMaintenances ?? []).filter(
    (each) => each.status !== 'NOTSTARTEDYET' && each.status !== 'COMPLETED',
  );
  const headline = stateOf(status, pageWords, 'The status of the page');
  const impacts = incidents.flatMap(({ impact }) => knownState(impact ?? '', componentWords) ?? []);
  return {
    headline: { state: status === 'HASISSUES' ? worst([headline, ...impacts]) : headline, said: status },
    components,
    incidents: incidents.map((each) => ({ name: each.name, words: [each.impact, each.status], update: null })),
    maintenances: maintenances.map((each) => ({ name: each.name, words: [each.status], update: null })),
    updatedAt: null,
    latency: answer.durationMs,
  };
};

async function readComponents(http: Http): Promise<Component[]> {
  const answer = await http('/v2/components.json');
  const { components } = readJson(answer, componentsSchema, 'The list of components');
  // What others name as their group is a group.
  const groups = new Set(components.flatMap(({ group }) => group?.id ?? []));
  return components.map(({ id, name, status }) => ({
    name,
    state: stateOf(status, componentWords, `The component \`${name.slice(0, 80)}\``),
    isGroup: groups.has(id ?? ''),
  }));
}
