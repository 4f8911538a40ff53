import {
  ageOf,
  type CheckContext,
  ConfigProblem,
  defineCheck,
  type NotTaken,
  notTaken,
  param,
  suggest,
} from 'runlight/check';
import { readBetterstack } from './_statuspage/betterstack.ts';
import { readInstatus } from './_statuspage/instatus.ts';
import { type Component, type Notice, type ReadPage, type StatusPage, stateOfWhole } from './_statuspage/page.ts';
import { worst } from './_statuspage/state.ts';
import { readStatusio } from './_statuspage/statusio.ts';
import { readStatuspage } from './_statuspage/statuspage.ts';

const kinds = {
  statuspage: readStatuspage,
  instatus: readInstatus,
  statusio: readStatusio,
  betterstack: readBetterstack,
} as const satisfies Record<string, ReadPage>;

/**
 * Proves what a provider's public status page says: of the whole, of one component, and whether an
 * incident or a maintenance is open. A page can be late or wrong: it proves what the provider admits.
 *
 * Kinds: `statuspage` (Atlassian Statuspage v2 and those that speak like it), `instatus`, `statusio`
 * (with the page's id as `page`, unless the target's address holds it), `betterstack`.
 * Readings: `state`, and `component` where the block names one, are `operational`, `maintenance`,
 * `degraded`, `partial-outage` or `major-outage`; `incidents` (open), `maintenances` (under way),
 * `affected` (components that are not operational, groups not counted), `updatedAge` (s, since the page
 * last changed; Instatus does not tell it), `latency` (ms, the main request).
 * A headline that denies trouble does not stand against a component that admits it. A status word that
 * the protocol does not have is `protocol`, whatever the rows ask. A component that Better Stack lists
 * and does not watch is no reading, and is not counted. Of several components of one name the worst counts.
 * Sources: the providers' pages on Statuspage API v2, Instatus public data, Status.io public status API
 * (codes from 300 on: public clients of it), Better Stack JSON API.
 */
export default defineCheck({
  summary: 'The provider’s status page says that all is well',
  layer: 'provider',
  params: {
    target: param.target(),
    kind: param.choice(['statuspage', 'instatus', 'statusio', 'betterstack']).default('statuspage'),
    page: param
      .matching(/^[A-Za-z0-9_-]{1,64}$/, 'the id of a Status.io page, such as `51f6f2088643809b7200000d`')
      .optional(),
    component: param.text('the name of a component, as the page writes it').optional(),
  },
  readings: {
    state: {
      type: 'text',
      summary: '`operational`, `maintenance`, `degraded`, `partial-outage` or `major-outage`',
    },
    incidents: { type: 'integer', summary: 'Incidents that are open' },
    maintenances: { type: 'integer', summary: 'Maintenances that are under way' },
    component: { type: 'text', summary: 'State of the component that the block names' },
    affected: { type: 'integer', summary: 'Components that are not operational' },
    updatedAge: { unit: 's', summary: 'Time since the page last changed' },
    latency: { unit: 'ms', summary: 'Time of the main request' },
  },
  async run({ params, http, wanted, evidence }) {
    const { kind, page: id, component } = params;
    if (wanted.has('component') && component === undefined)
      throw new ConfigProblem('A row names `component`; say which one: `component="Card payments"`.');
    if (component !== undefined && !wanted.has('component'))
      throw new ConfigProblem(
        `The block names the component \`${component}\`; add the row \`component\` that judges it.`,
      );
    if (id !== undefined && kind !== 'statusio') throw new ConfigProblem('`page` goes with `kind="statusio"` only.');
    if (wanted.has('updatedAge') && kind === 'instatus')
      throw new ConfigProblem('Instatus does not say when a page last changed; take the row `updatedAge` out.');
    const needsComponents = wanted.has('component') || wanted.has('affected');
    const page = await kinds[kind](http, { page: id, needsComponents });
    keep(page, evidence);
    return {
      state: stateOfWhole(page),
      incidents: page.incidents.length,
      maintenances: page.maintenances.length,
      component: component === undefined ? null : stateOfComponent(component, page.components ?? []),
      affected: page.components && affected(page).length,
      updatedAge: wanted.has('updatedAge')
        ? ageOf(Date.parse(page.updatedAt ?? '') / 1000, 'The newest change of the page', evidence)
        : null,
      latency: page.latency,
    };
  },
});

type Evidence = CheckContext['evidence'];

function stateOfComponent(name: string, components: readonly Component[]): string | NotTaken {
  const named = components.filter((each) => each.name === name);
  if (named.length === 0) {
    const names = components.map((each) => each.name);
    throw new ConfigProblem(
      names.length === 0
        ? `The page lists no components, so none is \`${name}\`.`
        : `The page has no component \`${name}\`.${suggest(name, names)}`,
    );
  }
  const states = named.flatMap(({ state }) => state ?? []);
  return states.length === 0 ? notTaken(`the page lists \`${name}\` and does not watch it`) : worst(states);
}

const affected = ({ components }: StatusPage): Component[] =>
  (components ?? []).filter(({ state, isGroup }) => !isGroup && state !== null && state !== 'operational');

const shownComponents = 20;
const shownNotices = 5;
const shownUpdate = 600;

function keep(page: StatusPage, evidence: Evidence): void {
  const { headline, updatedAt, incidents, maintenances } = page;
  evidence('The page says', `${headline.said}${updatedAt === null ? '' : `, last changed ${updatedAt}`}`);
  const list = affected(page).map(({ name, state }) => `${name}: ${state}`);
  if (list.length > 0) evidence('Components that are not operational', some(list, shownComponents));
  if (incidents.length > 0) evidence('Open incidents', some(incidents.map(describe), shownNotices));
  if (maintenances.length > 0) evidence('Maintenances under way', some(maintenances.map(describe), shownNotices));
}

function some(lines: readonly string[], max: number): string {
  const rest = lines.length - max;
  return [...lines.slice(0, max), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}

function describe({ name, words, update }: Notice): string {
  const told = words.filter((word) => word).join(', ');
  return [told === '' ? name : `${name} (${told})`, ...(update ? [`  ${update.slice(0, shownUpdate)}`] : [])].join(
    '\n',
  );
}
