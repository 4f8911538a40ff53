// Long because it is one check, against made answers and against the lab.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labToken } from '../lab/identity/people.ts';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const salt = 'a-salt-for-tests';
const hash = (mail: string): string => `sha256:${createHash('sha256').update(`${salt}:${mail}`).digest('hex')}`;
const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();
const dateAgo = (days: number): string => ago(days).slice(0, 10);

const yaml = `salt: ${salt}
members:
  - { handle: ana, role: agent, mail: "${hash('ana@example.com')}", since: 2020-01-01, reviewed: ${dateAgo(30)} }
  - { handle: ben, role: lead, accounts: [ext-77], since: 2020-01-01, reviewed: { service: ${dateAgo(30)}, other: 2019-01-01 } }
  - { handle: ivan, role: agent, since: 2020-01-01, until: ${dateAgo(3)} }
  - { handle: zoe, role: agent, since: ${dateAgo(-20)} }
`;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'runlight-roster-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Sketch {
  answers?: (url: URL, index: number) => { status?: number; headers?: Record<string, string>; body: unknown };
  team?: string;
  file?: string;
  params?: Record<string, string>;
}

/** Puts the block to a server with these answers, in a tree with this team file. */
async function ask(
  rows: Rows,
  { answers = () => ({ body: list(users) }), team = yaml, file = 'team.yaml', params = {} }: Sketch = {},
) {
  await writeFile(join(root, file), team);
  const asked: URL[] = [];
  await using server = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(url);
    const { status = 200, headers = {}, body } = answers(url, asked.length - 1);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const outcome = await attempt({
    check: 'roster',
    root,
    targets: [targetAt(server.url)],
    params: { target: 'service', team: file, ...params },
    rows,
  });
  return { ...outcome, asked };
}

const user = (userName: string, more: object = {}): object => ({
  id: `id-${userName.split('@')[0]}`,
  userName,
  active: true,
  meta: { created: ago(900) },
  ...more,
});
const users = [user('Ana@example.com'), user('b.okafor', { externalId: 'EXT-77' })];
const list = (resources: readonly unknown[], more: object = {}): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
  ...more,
});
const answering = (...body: unknown[]): Sketch => ({
  answers: (_, index) => ({ body: body[Math.min(index, body.length - 1)] }),
});
const readingOf = (outcome: Awaited<ReturnType<typeof attempt>>, name: string) =>
  outcome.readings.find((reading) => reading.name === name)?.value;
const shown = (outcome: object): string => JSON.stringify(outcome);

const clean: Rows = {
  total: '= 2',
  unexpected: '= 0',
  leavers: '= 0',
  missing: '= 0',
  unreviewed: '= 0',
  age: '< 60 s',
};

describe('roster', () => {
  it('finds people by the hash of an address in any case, and by an external id', async () => {
    const outcome = await ask(clean);
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
  });

  it('asks for no more than it compares, page by page', async () => {
    const outcome = await ask(clean, {
      answers: (url) => {
        const start = Number(url.searchParams.get('startIndex'));
        return { body: list(users.slice(start - 1, start), { totalResults: 2, startIndex: start }) };
      },
      params: { lastSignIn: 'urn:x:User:seen' },
    });
    expect(outcome.verdict).toBe('pass');
    expect(outcome.asked.map(({ pathname, searchParams }) => [pathname, searchParams.get('startIndex')])).toEqual([
      ['/Users', '1'],
      ['/Users', '2'],
    ]);
    expect(outcome.asked[0]?.searchParams.get('attributes')).toContain('urn:x:User:seen');
    expect(outcome.asked[0]?.searchParams.get('attributes')).not.toContain('name,');
  });

  it('tells a leaver, a stranger and somebody who has not begun apart, and names none by an address', async () => {
    const more = [user('ivan'), user('zoe'), user('someone@elsewhere.example'), user('bot-7')];
    const outcome = await ask({ unexpected: '= 0', leavers: '= 0' }, answering(list([...users, ...more])));
    expect([readingOf(outcome, 'unexpected'), readingOf(outcome, 'leavers')]).toEqual([4, 1]);
    const text = outcome.evidence.find(({ title }) => title === 'Should not be there: 4')?.text;
    expect(text).toContain(`ivan: left, last day ${dateAgo(3)}`);
    expect(text).toContain(`zoe: starts only on ${dateAgo(-20)}`);
    expect(text).toContain('bot-7 (account id-bot-7): not in the team file');
    expect(text).toContain(
      `${hash('someone@elsewhere.example').slice(0, 19)}… (account id-someone): not in the team file`,
    );
    expect(shown(outcome)).not.toContain('@');
    expect(shown(outcome)).not.toContain('elsewhere');
  });

  it('counts disabled accounts as none', async () => {
    const outcome = await ask(
      { total: '= 1', unexpected: '= 0', missing: '= 0' },
      answering(list([users[0], user('ben', { active: false }), user('ivan', { active: false })])),
    );
    expect([readingOf(outcome, 'total'), readingOf(outcome, 'unexpected'), readingOf(outcome, 'missing')]).toEqual([
      1, 0, 1,
    ]);
    expect(outcome.evidence.map(({ text }) => text).join()).toContain('ben: lead, and has no live account');
  });

  it('holds a group against roles', async () => {
    const groups = (display: string): object => ({ groups: [{ value: 'g-1', display }] });
    const some = [user('ana', groups('admins')), user('ben', groups('Admins')), user('ivan')];
    const params = { group: 'admins', roles: 'lead' };
    const outcome = await ask(
      { total: '= 2', unexpected: '= 0', missing: '= 0' },
      { ...answering(list(some)), params },
    );
    expect([readingOf(outcome, 'total'), readingOf(outcome, 'unexpected'), readingOf(outcome, 'missing')]).toEqual([
      2, 1, 0,
    ]);
    expect(shown(outcome)).toContain('ana: agent, which is not a role that should be there');
    for (const wrong of [{ group: 'nobody' }, { roles: 'leaad' }])
      expect(await ask({ total: '> 0' }, { ...answering(list(some)), params: wrong })).toMatchObject({
        verdict: 'error',
        reason: { code: 'config' },
      });
  });

  it('reads sign-ins, factors and reviews where the export has them', async () => {
    const state = 'urn:ietf:params:scim:schemas:oracle:idcs:extension:userState:User';
    const mfa = 'urn:ietf:params:scim:schemas:oracle:idcs:extension:mfa:User';
    const told = (days: number | null, status: string, reviewed: number): object => ({
      [state]: { lastSuccessfulLoginDate: days === null ? null : ago(days) },
      [mfa]: { mfaStatus: status },
      review: { last: ago(reviewed) },
    });
    const some = [
      user('ana', told(91, 'ENROLLED', 10)),
      user('ben', told(1, 'UN_ENROLLED', 200)),
      user('ivan', told(null, 'DISABLED', 300)),
    ];
    const outcome = await ask(
      { inactive: '= 0', withoutMfa: '= 0', unreviewed: '= 0' },
      { ...answering(list(some)), params: { reviewed: 'review.last', tool: 'none' } },
    );
    expect(['inactive', 'withoutMfa', 'unreviewed'].map((name) => readingOf(outcome, name))).toEqual([2, 2, 2]);
    expect(shown(outcome)).toContain(`ana: last sign-in ${dateAgo(91)}`);
    expect(shown(outcome)).toContain('ivan: no sign-in on record');
  });

  it('never takes what the export does not say for a zero', async () => {
    const team = 'members: [{ handle: ana, role: agent }]';
    const outcome = await ask(
      { inactive: '= 0', withoutMfa: '= 0', unreviewed: '= 0' },
      { ...answering(list([user('ana')])), team },
    );
    expect(outcome.verdict).toBe('warn');
    expect(outcome.readings.map(({ verdict }) => verdict)).toEqual(['skip', 'skip', 'skip']);
  });

  it('keeps nothing of what was answered', async () => {
    const outcome = await ask(
      { unexpected: '= 5' },
      answering(list([...users, user('p.q', { displayName: 'Paula Quist' })])),
    );
    expect(outcome.verdict).toBe('fail');
    expect(shown(outcome)).toContain('about people, not kept');
    expect(shown(outcome)).not.toContain('Quist');
  });

  it.each([
    [
      'a list with less than it says',
      [list(users, { totalResults: 3 }), list([], { totalResults: 3, startIndex: 3 })],
      'protocol',
    ],
    ['a list with more than it says', [list(users, { totalResults: 1 })], 'protocol'],
    [
      'pages that overlap',
      [list(users, { totalResults: 3 }), list([users[0]], { totalResults: 3, startIndex: 3 })],
      'protocol',
    ],
    ['another page than asked', [list(users, { startIndex: 3 })], 'protocol'],
    ['no account at all', [list([])], 'protocol'],
    ['nothing but disabled accounts', [list([user('ana', { active: false })])], 'protocol'],
    ['`active` as a text', [list([user('ana', { active: 'True' })])], 'protocol'],
    ['a list of another kind', [list(users, { schemas: ['urn:other'] })], 'protocol'],
    ['a user without a name', [list([{ id: '1' }])], 'protocol'],
    ['a time that is none', [list([user('ana', { meta: { created: 'yesterday' } })])], 'protocol'],
    [
      'an error inside a 200',
      [{ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '500', detail: 'no' }],
      'protocol',
    ],
    [
      'a limit inside a 200',
      [{ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '429', detail: 'Too many requests' }],
      'rate-limited',
    ],
    ...hostileValues.map((value): [string, unknown[], string] => ['something hostile', [value], 'protocol']),
  ])('does not compare %s', async (_, bodies, code) => {
    expect(await ask({ unexpected: '= 0' }, answering(...bodies))).toMatchObject({ verdict: 'fail', reason: { code } });
  });

  it.each([
    [
      401,
      { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], detail: 'Token expired', status: '401' },
      'http-status',
      'Token expired',
    ],
    [429, {}, 'rate-limited', '429'],
    [503, '<html>', 'http-status', '503'],
  ])('names the fault of a %d', async (status, body, code, words) => {
    const { verdict, reason } = await ask({ unexpected: '= 0' }, { answers: () => ({ status, body }) });
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toContain(words);
  });

  it('tells how old a list is, by its headers', async () => {
    const old = await ask(
      { age: '< 7 d' },
      {
        answers: () => ({
          headers: { 'last-modified': new Date(Date.now() - 30 * day).toUTCString() },
          body: list(users),
        }),
      },
    );
    expect(old.verdict).toBe('fail');
    expect(Math.round(Number(readingOf(old, 'age')) / 86_400)).toBe(30);
  });
});

describe('roster, of a table', () => {
  const csv = (text: string, params: Record<string, string> = {}, headers: Record<string, string> = {}): Sketch => ({
    answers: () => ({ headers, body: text }),
    params: { format: 'csv', path: '/users.csv', ...params },
  });
  const header = 'User ID,Email,Status,Role,Created,Last sign-in,2FA\r\n';

  it('reads columns by their usual names, in any order, with commas or semicolons', async () => {
    const rows: Rows = { total: '= 2', unexpected: '= 0', missing: '= 0', inactive: '= 0', withoutMfa: '= 0' };
    const team = yaml.replace('handle: ben, role: lead', `handle: ben, role: lead, mail: "${hash('ben@example.com')}"`);
    const text = `${header}1,ana@example.com,active,"agent, admin",${dateAgo(300)},${dateAgo(2)},yes\r\n2,BEN@example.com,invited,lead,${dateAgo(5)},never,yes\r\n3,old@example.com,deactivated,,,,no\r\n`;
    expect(await ask(rows, { ...csv(text), team })).toMatchObject({ verdict: 'pass' });
    const other = `\uFEFFlogin;mfa\r\nana;on\r\nben;on\r\n`;
    expect(await ask({ total: '= 2', withoutMfa: '= 0' }, { ...csv(other) })).toMatchObject({ verdict: 'pass' });
  });

  it('does not know how old it is where nothing says so', async () => {
    expect(await ask({ age: '< 2 d' }, csv('login\nana\nben\n'))).toMatchObject({ verdict: 'warn' });
    const made = { 'last-modified': new Date(Date.now() - 3 * day).toUTCString() };
    expect(await ask({ age: '< 2 d' }, csv('login\nana\nben\n', {}, made))).toMatchObject({ verdict: 'fail' });
  });

  it('names an unknown address by its line where there is no id', async () => {
    const outcome = await ask({ unexpected: '= 0' }, csv('email\nana@example.com\nx@example.net\n'));
    expect(shown(outcome)).toContain('(account line 3)');
    expect(shown(outcome)).not.toContain('x@');
  });

  it.each([
    ['a page in place of it', '<!doctype html><title>Sign in</title>'],
    ['JSON in place of it', '{"users":[]}'],
    ['no column of people', 'colour,size\nred,3\n'],
    ['a row that is too short', `${header}1,ana@example.com,active\r\n`],
    ['a last line that breaks off', `${header}1,ana@example.com,active,agent,2026-01-01,2026-01-01,yes\r\n2,ben@ex`],
    ['a quote without its end', `${header}1,"ana@example.com,active`],
    ['a time that is none', `${header}1,ana@example.com,active,agent,soon,,yes\r\n`],
    ['a status that nobody knows', `${header}1,ana@example.com,dormant,agent,,,yes\r\n`],
    ['a line that names nobody', `${header}1,,active,agent,,,yes\r\n`],
    ['a header alone', header],
    ['nothing', ''],
  ])('does not compare %s', async (_, text) => {
    expect(await ask({ unexpected: '= 0' }, csv(text))).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
  });
});

describe('roster, with its team file', () => {
  it('takes YAML, JSON and a table', async () => {
    const json = JSON.stringify({
      members: [
        { handle: 'ana', role: 'agent', accounts: ['Ana@example.com'] },
        { handle: 'ben', role: 'lead', accounts: ['b.okafor'] },
      ],
    });
    const table = `# salt: ${salt}\nhandle,role,accounts,mail,since,until\nana,agent,,${hash('ana@example.com')},2020-01-01,\nben,lead,b.okafor other,,,\n`;
    const rows: Rows = { unexpected: '= 0', missing: '= 0' };
    expect(await ask(rows, { file: 'team.json', team: json })).toMatchObject({ verdict: 'pass' });
    expect(await ask(rows, { file: 'team.csv', team: table })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    [
      'a mail address in place of its hash',
      'members: [{ handle: ana, role: a, mail: ana@example.com }]',
      'never a mail address',
    ],
    ['a mail address for a handle', 'members: [{ handle: "ana@example.com", role: a }]', 'no mail address'],
    ['hashes without a salt', `members: [{ handle: ana, role: a, mail: "${hash('x')}" }]`, 'no `salt`'],
    ['a date that is none', 'members: [{ handle: ana, role: a, until: soon }]', 'members.0.until'],
    ['an unknown key', 'members: [{ handle: ana, role: a, name: Ana Souza }]', 'members.0'],
    ['the same handle twice', 'members: [{ handle: ana, role: a }, { handle: ana, role: b }]', 'names `ana` twice'],
    ['nobody in it', 'members: []', 'members'],
    ['a text', 'just words', 'is no team file'],
    ['broken YAML', 'members: [', 'cannot be read as YAML'],
  ])('says what is wrong with %s, and repeats no address', async (_, team, words) => {
    const { verdict, reason } = await ask({ unexpected: '= 0' }, { team });
    expect(verdict).toBe('error');
    expect(reason?.code).toBe('config');
    expect(reason?.message).toContain(words);
    expect(reason?.message).not.toContain('@');
  });

  it('reads no file outside the tree', async () => {
    await symlink('/etc/hostname', join(root, 'link.yaml'));
    for (const file of ['../team.yaml', '/etc/hostname', 'a/../../b', '.git/config', 'link.yaml', 'absent.yaml', '.'])
      expect(
        await attempt({
          check: 'roster',
          root,
          targets: [targetAt('http://127.0.0.1:9')],
          params: { target: 'service', team: file },
          rows: { total: '> 0' },
        }),
      ).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
  });
});

describe('roster, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['identity', 'access-export'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const rows: Rows = {
    ...{ total: '= 8', unexpected: '= 0', leavers: '= 0', missing: '= 0', unreviewed: '= 0', inactive: '= 0' },
    ...{ withoutMfa: '= 0', age: '< 2 d' },
  };
  const headers = { authorization: `Bearer ${labToken}` };
  const look = (service: 'identity' | 'access-export') =>
    attempt({
      check: 'roster',
      targets: [targetAt(world.state.services[service]?.url ?? '', service === 'identity' ? { headers } : {})],
      params: {
        ...{ target: 'service', team: 'src/content/team.yaml' },
        ...(service === 'identity'
          ? { reviewed: 'urn:example:params:scim:schemas:extension:access:2.0:User:reviewed' }
          : { format: 'csv', path: '/users.csv' }),
      },
      rows,
    });

  it.each(['identity', 'access-export'] as const)('passes on `%s` while all is well', async (service) => {
    const outcome = await look(service);
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
  });

  it.each([
    ['identity.leaver-active', { leavers: 1, unexpected: 1 }],
    ['identity.joiner-missing', { missing: 1 }],
    ['identity.stranger', { unexpected: 1, leavers: 0 }],
    ['identity.admin-unreviewed', { unreviewed: 1 }],
    ['identity.idle-account', { inactive: 1 }],
    ['identity.factor-off', { withoutMfa: 1 }],
    ['identity.list-stale', {}],
    ['access-export.leaver-active', { leavers: 1 }],
    ['access-export.list-stale', {}],
  ])('sees %s', async (fault, readings) => {
    await world.break(fault);
    const outcome = await look(fault.startsWith('identity') ? 'identity' : 'access-export');
    expect(outcome).toMatchObject({ verdict: 'fail', reason: { code: 'expectation' } });
    for (const [name, value] of Object.entries(readings))
      expect([name, readingOf(outcome, name)]).toEqual([name, value]);
    expect(shown(outcome)).not.toContain('@');
  });

  it.each([
    ['identity.list-short', 'protocol'],
    ['identity.wrong-shape', 'protocol'],
    ['identity.error-in-200', 'protocol'],
    ['identity.token-refused', 'http-status'],
    ['access-export.list-short', 'protocol'],
    ['access-export.wrong-shape', 'protocol'],
  ])('does not judge under %s', async (fault, code) => {
    await world.break(fault);
    expect(await look(fault.startsWith('identity') ? 'identity' : 'access-export')).toMatchObject({
      verdict: 'fail',
      reason: { code },
    });
  });
});
