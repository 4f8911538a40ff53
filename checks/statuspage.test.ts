// Long because it is one list: each maker of status pages, and each way in which its page breaks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Documents = Record<string, unknown>;
type Params = Record<string, string>;

/** A page of which a test says every document. */
async function ask(documents: Documents, rows: AttemptSketch['rows'], params: Params = {}) {
  await using server = await serve((request, response) => {
    const found = documents[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found === undefined ? {} : found));
  });
  const outcome = await attempt({
    check: 'statuspage',
    targets: [targetAt(server.url)],
    params: { target: 'service', ...params },
    rows: rows ?? {},
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values, asked: server.count };
}

const told = ({ evidence }: { evidence: { title: string; text: string }[] }): string =>
  evidence.map(({ title, text }) => `${title}: ${text}`).join('\n');

const rows: AttemptSketch['rows'] = {
  state: '= operational',
  incidents: '= 0',
  maintenances: '= 0',
  affected: '= 0',
  latency: '< 5 s',
};

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A summary of Statuspage v2, healthy but for what is given. */
const statuspage = (more: Documents = {}): Documents => ({
  '/api/v2/summary.json': {
    page: { updated_at: ago(5) },
    status: { indicator: 'none', description: 'All Systems Operational' },
    components: [
      { name: 'API', status: 'operational' },
      { name: 'Card payments', status: 'operational' },
    ],
    incidents: [],
    scheduled_maintenances: [],
    ...more,
  },
});

const instatus = (page: unknown, more: Documents = {}, components: unknown[] = []): Documents => ({
  '/summary.json': { page, ...more },
  '/v2/components.json': { components },
});

const statusio = (result: Documents = {}): Documents => ({
  '/1.0/status/64c0ffee5eedc0de0badf00d': {
    result: {
      status_overall: { status: 'Operational', status_code: 100, updated: ago(5) },
      status: [{ name: 'RPC', status: 'Operational', status_code: 100, containers: [] }],
      incidents: [],
      maintenance: { active: [], upcoming: [] },
      ...result,
    },
  },
});

const betterstack = (state: string, included: unknown[] = []): Documents => ({
  '/index.json': { data: { attributes: { aggregate_state: state, updated_at: ago(5) } }, included },
});

const resource = (public_name: string, status: string) => ({
  id: public_name,
  type: 'status_page_resource',
  attributes: { public_name, status },
});

const report = (attributes: Documents) => ({ id: 9, type: 'status_report', attributes });

describe('statuspage', () => {
  it('reads a healthy page of each kind', async () => {
    const healthy = { ...rows, updatedAge: '< 1 h' };
    expect(await ask(statuspage(), healthy)).toMatchObject({ verdict: 'pass', asked: 1 });
    expect(await ask(instatus({ status: 'UP' }), rows, { kind: 'instatus' })).toMatchObject({ verdict: 'pass' });
    const page = { kind: 'statusio', page: '64c0ffee5eedc0de0badf00d' };
    expect(await ask(statusio(), healthy, page)).toMatchObject({ verdict: 'pass' });
    const documents = betterstack('operational', [resource('API', 'operational')]);
    expect(await ask(documents, healthy, { kind: 'betterstack' })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['none', 'operational'],
    ['minor', 'degraded'],
    ['major', 'partial-outage'],
    ['critical', 'major-outage'],
    ['maintenance', 'maintenance'],
  ])('reads the Statuspage indicator %s as %s', async (indicator, state) => {
    const { values } = await ask(statuspage({ status: { indicator, description: null } }), { state: 'present' });
    expect(values.state).toBe(state);
  });

  it.each([
    ['UNDERMAINTENANCE', 'maintenance'],
    ['SOMEDEGRADEDPERFORMANCE', 'degraded'],
    ['ONEMINOROUTAGE', 'partial-outage'],
    ['SOMEPARTIALOUTAGE', 'partial-outage'],
    ['ALLMAJOROUTAGE', 'major-outage'],
    ['HASISSUES', 'degraded'],
  ])('reads the Instatus word %s as %s', async (status, state) => {
    expect((await ask(instatus({ status }), { state: 'present' }, { kind: 'instatus' })).values.state).toBe(state);
  });

  it.each([
    [200, 'maintenance'],
    [300, 'degraded'],
    [400, 'partial-outage'],
    [500, 'major-outage'],
    [600, 'major-outage'],
  ])('reads the Status.io code %i as %s', async (status_code, state) => {
    const params = { kind: 'statusio', page: '64c0ffee5eedc0de0badf00d' };
    expect((await ask(statusio({ status_overall: { status_code } }), { state: 'present' }, params)).values.state).toBe(
      state,
    );
  });

  it('reads how far an issue of Instatus goes from its incidents', async () => {
    const incidents = [
      { name: 'One', status: 'IDENTIFIED', impact: 'PARTIALOUTAGE' },
      { name: 'Over', status: 'RESOLVED', impact: 'MAJOROUTAGE' },
      { name: 'Odd', status: 'MONITORING', impact: 'constructor' },
    ];
    const { values } = await ask(instatus({ status: 'HASISSUES' }, { activeIncidents: incidents }), rows, {
      kind: 'instatus',
    });
    expect(values).toMatchObject({ state: 'partial-outage', incidents: 2 });
  });

  it('asks Instatus for its components only where a row needs them', async () => {
    const documents = instatus({ status: 'UP' });
    expect((await ask(documents, { state: '= operational' }, { kind: 'instatus' })).asked).toBe(1);
    expect((await ask(documents, { affected: '= 0' }, { kind: 'instatus' })).asked).toBe(2);
  });

  it('counts what is open and under way, not what is over or to come', async () => {
    const past = { name: 'Past', status: 'postmortem', impact: 'critical' };
    const open = { name: 'Open', status: 'monitoring', impact: 'none' };
    const odd = { name: 'Odd', status: 'pondering' };
    const maintenances = ['scheduled', 'in_progress', 'verifying', 'completed'].map((status) => ({
      name: 'M',
      status,
    }));
    const documents = statuspage({ incidents: [past, open, odd], scheduled_maintenances: maintenances });
    expect((await ask(documents, rows)).values).toMatchObject({ incidents: 2, maintenances: 2 });

    const reports = [
      { title: 'Over', starts_at: ago(90), ends_at: ago(30), aggregate_state: 'downtime' },
      { title: 'Mended', starts_at: ago(90), ends_at: null, aggregate_state: 'operational' },
      { title: 'Open', starts_at: ago(90), ends_at: null, aggregate_state: 'downtime' },
      { title: 'Of no time', starts_at: 'soon', ends_at: 'later', aggregate_state: null },
      { title: 'Now', starts_at: ago(5), ends_at: ago(-5), report_type: 'maintenance' },
      { title: 'To come', starts_at: ago(-60), ends_at: ago(-90), report_type: 'maintenance' },
    ].map(report);
    const { values } = await ask(betterstack('operational', reports), rows, { kind: 'betterstack' });
    expect(values).toMatchObject({ incidents: 2, maintenances: 1 });
  });

  it('shows each incident with its impact and the newest update, safe to show', async () => {
    const incident = {
      name: 'Payments \u001b[2J late',
      status: 'identified',
      impact: 'minor',
      incident_updates: [
        { body: 'We are looking.', created_at: ago(20) },
        { body: 'We know the cause.', created_at: ago(2) },
      ],
    };
    const outcome = await ask(statuspage({ incidents: [incident] }), rows);
    expect(told(outcome)).toContain(
      'Open incidents: Payments \\u{1b}[2J late (minor, identified)\n  We know the cause.',
    );
    expect(outcome.reason?.message).toBe('`incidents` is 1; expected `= 0`.');
  });

  it('finds the update of a Better Stack report among what is included', async () => {
    const included = [
      {
        ...report({ title: 'Slow' }),
        relationships: { status_updates: { data: [{ id: '1' }, { id: '2' }, { id: '3' }] } },
      },
      { id: 1, type: 'status_update', attributes: { message: 'First.', published_at: ago(9) } },
      { id: 2, type: 'status_update', attributes: { message: 'Second.', published_at: ago(3) } },
    ];
    const outcome = await ask(betterstack('operational', included), rows, { kind: 'betterstack' });
    expect(told(outcome)).toContain('Slow\n  Second.');
  });
});

describe('the components of a status page', () => {
  const components = [
    { name: 'Payments', status: 'major_outage', group: true },
    { name: 'Card payments', status: 'major_outage' },
    { name: 'Bank transfers', status: 'degraded_performance' },
    { name: 'API', status: 'operational' },
  ];

  it('reads one by its name, and counts those that are not operational without their groups', async () => {
    const documents = statuspage({ components, status: { indicator: 'minor' } });
    const { values, evidence } = await ask(
      documents,
      { component: 'present', affected: 'present', state: 'present' },
      { component: 'Bank transfers' },
    );
    expect(values).toEqual({ component: 'degraded', affected: 2, state: 'degraded' });
    expect(told({ evidence })).toContain('Card payments: major-outage\nBank transfers: degraded');
  });

  it('says which component may have been meant', async () => {
    expect(await ask(statuspage(), { component: '= operational' }, { component: 'Card payment' })).toMatchObject({
      verdict: 'error',
      reason: {
        code: 'config',
        message: 'The page has no component `Card payment`. Did you mean `Card payments`?',
      },
    });
    expect(
      await ask(statuspage({ components: [] }), { component: '= operational' }, { component: 'API' }),
    ).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    expect(await ask(statuspage(), { component: '= operational' })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining('say which one') },
    });
  });

  it('takes the worst of several that have one name', async () => {
    const twice = [
      { name: 'API', status: 'operational' },
      { name: 'API', status: 'partial_outage' },
    ];
    const { values } = await ask(statuspage({ components: twice }), { component: 'present' }, { component: 'API' });
    expect(values.component).toBe('partial-outage');
  });

  it('does not believe a headline that denies what a component admits', async () => {
    expect((await ask(statuspage({ components }), { state: '= operational' })).reason?.message).toBe(
      '`state` is `major-outage`; expected `= operational`.',
    );
  });

  it('knows a group of Instatus by those who name it', async () => {
    const list = [
      { id: 'g', name: 'Swaps', status: 'PARTIALOUTAGE', group: null },
      { id: 'a', name: 'Quotes', status: 'PARTIALOUTAGE', group: { id: 'g' } },
    ];
    const { values } = await ask(
      instatus({ status: 'UP' }, {}, list),
      { affected: '= 0', state: 'present' },
      {
        kind: 'instatus',
      },
    );
    expect(values).toEqual({ affected: 1, state: 'partial-outage' });
  });

  it('is neither green nor red about one that nobody watches', async () => {
    const documents = betterstack('operational', [resource('Sandbox', 'not_monitored')]);
    const { verdict, reason, values } = await ask(
      documents,
      { component: '= operational', affected: '= 0', state: '= operational' },
      { kind: 'betterstack', component: 'Sandbox' },
    );
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('the page lists `Sandbox` and does not watch it');
    expect(values).toMatchObject({ affected: 0, state: 'operational' });
  });
});

describe('a status page that is not what its protocol says', () => {
  const latencyAlone = { latency: '< 5 s' };
  const page = { kind: 'statusio', page: '64c0ffee5eedc0de0badf00d' };

  it.each<[string, Documents, Params, string]>([
    ['Statuspage indicator', statuspage({ status: { indicator: 'elevated' } }), {}, '`elevated`'],
    ['Statuspage component', statuspage({ components: [{ name: 'API', status: 'constructor' }] }), {}, '`API`'],
    ['Instatus page', instatus({ status: 'MOSTLYUP' }), { kind: 'instatus' }, '`MOSTLYUP`'],
    ['Instatus page of half a word', instatus({ status: 'ALLOPERATIONAL' }), { kind: 'instatus' }, '`ALLOPERATIONAL`'],
    ['Status.io code', statusio({ status_overall: { status_code: 700 } }), page, '`700`'],
    ['Status.io component', statusio({ status: [{ name: 'RPC', status_code: -1 }] }), page, '`RPC` is `-1`'],
    ['Better Stack state', betterstack('__proto__'), { kind: 'betterstack' }, '`__proto__`'],
    [
      'Better Stack resource',
      betterstack('operational', [resource('API', 'sleepy')]),
      { kind: 'betterstack' },
      '`sleepy`',
    ],
  ])('is never green over an unknown word: %s', async (_, documents, params, word) => {
    const { verdict, reason } = await ask(documents, latencyAlone, params);
    expect({ verdict, code: reason?.code }).toEqual({ verdict: 'fail', code: 'protocol' });
    expect(reason?.message).toContain(word);
    expect(reason?.message).toContain('a word that its protocol does not have');
  });

  const shapes: [kind: string, path: string, params: Params][] = [
    ['statuspage', '/api/v2/summary.json', {}],
    ['instatus', '/summary.json', { kind: 'instatus' }],
    ['statusio', '/1.0/status/64c0ffee5eedc0de0badf00d', page],
    ['betterstack', '/index.json', { kind: 'betterstack' }],
  ];
  const hostile = [null, {}, [], '', 0, { error: 'rate limit' }, { page: null }, { page: { status: null } }];

  it.each(shapes)('takes another shape as a breach of protocol: %s', async (_, path, params) => {
    for (const document of [
      ...hostile,
      { data: { attributes: null }, included: [] },
      { data: { attributes: { aggregate_state: 'operational' } }, included: [null] },
      { data: { attributes: { aggregate_state: 'operational' } }, included: [report({ title: 5 })] },
      { data: { attributes: { aggregate_state: 'operational' } }, included: [{ id: 1, type: 'status_page_resource' }] },
      { result: { status_overall: { status_code: '100' } } },
      { result: null },
    ]) {
      const { verdict, reason } = await ask({ [path]: document }, latencyAlone, params);
      expect({ document, verdict, code: reason?.code }).toEqual({
        document,
        verdict: 'fail',
        code: 'protocol',
      });
    }
  });

  it('does not take an age from a page that was changed in the future, or at no time', async () => {
    const future = statuspage({ page: { updated_at: ago(-60) } });
    expect((await ask(future, { updatedAge: '< 1 h' })).reason?.code).toBe('protocol');
    for (const updated_at of ['yesterday', '', null]) {
      const documents = statuspage({ page: { updated_at } });
      expect((await ask(documents, { updatedAge: '< 1 h' })).reason?.code).toBe('protocol');
      expect((await ask(documents, { state: '= operational' })).verdict).toBe('pass');
    }
  });

  it('says what cannot be asked of a kind', async () => {
    const config = { verdict: 'error', reason: { code: 'config' } };
    expect(await ask(instatus({ status: 'UP' }), { updatedAge: '< 1 h' }, { kind: 'instatus' })).toMatchObject(config);
    expect(await ask(statuspage(), rows, { component: 'API' })).toMatchObject(config);
    expect(await ask(statuspage(), rows, { page: 'abc' })).toMatchObject(config);
    expect(await ask(statuspage(), rows, { kind: 'statusio', page: '../admin' })).toMatchObject(config);
    expect(await ask(statuspage(), rows, { kind: 'statuspages' })).toMatchObject(config);
  });
});

describe('the status pages of the lab', () => {
  const kinds: [service: string, kind: string, component: string][] = [
    ['onramp-status', 'statuspage', 'Card payments'],
    ['swap-status', 'instatus', 'Quotes'],
    ['node-status', 'statusio', 'BNB Smart Chain RPC'],
    ['kyc-status', 'betterstack', 'Document check'],
  ];
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: kinds.map(([service]) => service) });
  });
  afterAll(() => world.stop());

  const look = async (service: string, kind: string, component: string) => {
    const { verdict, reason, readings } = await attempt({
      check: 'statuspage',
      targets: [targetAt(world.state.services[service]?.url ?? '')],
      params: { target: 'service', kind, component },
      rows: { ...rows, component: '= operational' },
    });
    const values = Object.fromEntries(readings.map(({ name, value }) => [name, value]));
    delete values.latency;
    return { verdict, code: reason?.code ?? null, ...values };
  };

  const healthy = {
    verdict: 'pass',
    code: null,
    ...{ state: 'operational', component: 'operational', incidents: 0, maintenances: 0, affected: 0 },
  };
  const broken = { ...healthy, verdict: 'fail', code: 'expectation' };

  it.each(kinds)('%s is seen in each of its states, and healthy after', async (service, kind, component) => {
    expect(await look(service, kind, component)).toEqual(healthy);
    const seen: Record<string, unknown> = {};
    for (const fault of ['degraded', 'major-outage', 'maintenance', 'incident-open', 'unknown-word']) {
      await world.break(`${service}.${fault}`);
      seen[fault] = await look(service, kind, component);
      await world.mend();
    }
    const hasIncident = kind === 'instatus';
    // Two of the four let an open incident stand beside a headline that says all is well.
    const incidentState = { statuspage: 'degraded', instatus: 'partial-outage' }[kind] ?? 'operational';
    expect(seen).toEqual({
      degraded: {
        ...broken,
        ...{ state: 'degraded', component: 'degraded', affected: 1, incidents: hasIncident ? 1 : 0 },
      },
      'major-outage': {
        ...broken,
        ...{ state: 'major-outage', component: 'major-outage', affected: 5, incidents: 1 },
      },
      maintenance: { ...broken, state: 'maintenance', maintenances: 1, affected: 1 },
      'incident-open': { ...broken, state: incidentState, incidents: 1 },
      'unknown-word': { verdict: 'fail', code: 'protocol' },
    });
    expect(await look(service, kind, component)).toEqual(healthy);
  });
});
