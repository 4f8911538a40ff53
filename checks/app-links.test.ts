// Long because it is one check, against made answers and against the lab.
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appId as app, fingerprint, packageName } from '../lab/links/association-files.ts';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { closedPort, serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const applePath = '/.well-known/apple-app-site-association';
const androidPath = '/.well-known/assetlinks.json';
const copyPath = '/a/v1/link.example.com';

interface File {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}
type Files = Record<string, File>;
type Params = Record<string, string>;

async function serveFiles(files: Files) {
  return await serve((request, response) => {
    const { status = 200, headers = {}, body } = files[request.url ?? ''] ?? { status: 404, body: 'Not found' };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

async function ask(files: Files, rows: AttemptSketch['rows'], params: Params = { app }) {
  await using server = await serveFiles(files);
  const outcome = await attempt({
    check: 'app-links',
    targets: [targetAt(server.url), targetAt(server.url, { name: 'cdn' })],
    params: { target: 'service', ...params },
    rows: rows ?? {},
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values, count: server.count };
}

const told = ({ evidence }: { evidence: { title: string; text: string }[] }): string =>
  evidence.map(({ title, text }) => `${title}: ${text}`).join('\n');

const details = [{ appIDs: [app], components: [{ '/': '/a' }, { '/': '/b' }] }];
const apple = (body: unknown = { applinks: { details } }, more: Partial<File> = {}): Files => ({
  [applePath]: { body, ...more },
});
const statement = (more: object = {}, target: object = {}) => ({
  relation: ['delegate_permission/common.handle_all_urls'],
  target: {
    namespace: 'android_app',
    package_name: packageName,
    sha256_cert_fingerprints: [fingerprint],
    ...target,
  },
  ...more,
});
const android = (body: unknown = [statement()]): Files => ({ [androidPath]: { body } });
const copy = (body: unknown, more: Partial<File> = {}): Files => ({ [copyPath]: { body, ...more } });

const onAndroid = { package: packageName, fingerprint };
const atCdn = { app, cdn: 'cdn', domain: 'link.example.com' };
const latencyAlone = { latency: '< 5 s' };

describe('app-links', () => {
  it('finds the app in both files and the same copy at Apple', async () => {
    const files = { ...apple(), ...android(), ...copy({ applinks: { details } }) };
    const rows = {
      apple: '= true',
      android: '= true',
      appleCdnAgrees: '= true',
      contentType: '= application/json',
      latency: '< 5 s',
    };
    expect(await ask(files, rows, { ...atCdn, ...onAndroid })).toMatchObject({ verdict: 'pass', count: 3 });
  });

  it('reads only the files of the apps that the block names', async () => {
    expect(await ask(apple(), { apple: '= true' })).toMatchObject({ verdict: 'pass', count: 1 });
    expect(await ask(android(), { android: '= true' }, onAndroid)).toMatchObject({ verdict: 'pass', count: 1 });
  });

  it.each([
    ['one id', { applinks: { apps: [], details: [{ appID: app, paths: ['*'] }] } }],
    ['a list of ids', { applinks: { details: [{ appIDs: ['ZZZZZ00000.other', app] }] } }],
    ['ids as keys, as in old files', { applinks: { details: { [app]: { paths: ['*'] } } } }],
  ])('reads the app from a file for Apple with %s', async (_, body) => {
    expect((await ask(apple(body), { apple: '= true' })).verdict).toBe('pass');
  });

  it.each([
    ['another team', { applinks: { details: [{ appIDs: ['ZYXWV98765.com.example.wallet'] }] } }],
    ['no apps', { applinks: { details: [] } }],
    ['no details', { applinks: {} }],
    ['the app for passwords only', { webcredentials: { apps: [app] } }],
    ['nothing', {}],
    ['an error', { error: 'not found' }],
  ])('is not green over a file for Apple with %s, whatever the rows', async (_, body) => {
    expect(await ask(apple(body), { apple: '= true' })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`apple` is false; expected `= true`.' },
    });
    expect(await ask(apple(body), latencyAlone)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: `The file for Apple does not list \`${app}\` under \`applinks\`.` },
    });
  });

  it.each([
    ['another package', [statement({}, { package_name: 'com.example.wallet.debug' })]],
    ['another key', [statement({}, { sha256_cert_fingerprints: [fingerprint.replace('14:', '15:')] })]],
    ['another relation', [statement({ relation: ['delegate_permission/common.get_login_creds'] })]],
    ['a web site of that name', [statement({}, { namespace: 'web' })]],
    ['a reference to another file', [{ include: 'https://example.com/.well-known/assetlinks.json' }]],
    ['nothing', []],
  ])('is not green over a file for Android with %s, whatever the rows', async (_, body) => {
    expect(await ask(android(body), { android: '= true' }, onAndroid)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`android` is false; expected `= true`.' },
    });
    expect((await ask(android(body), latencyAlone, onAndroid)).reason?.message).toContain('does not name');
  });

  it('compares fingerprints in any case, and shows those that are there', async () => {
    const lower = android([statement({}, { sha256_cert_fingerprints: [fingerprint.toLowerCase()] })]);
    expect((await ask(lower, { android: '= true' }, onAndroid)).verdict).toBe('pass');
    const other = await ask(android(), { android: '= true' }, { ...onAndroid, package: 'com.example.other' });
    expect(told(other)).toContain(`Apps in the file for Android: ${packageName}\n  ${fingerprint}`);
  });

  it('reads the media types, both where they differ', async () => {
    const html = apple(undefined, { headers: { 'content-type': 'Text/HTML; charset=utf-8' } });
    const rows = { contentType: '= application/json' };
    expect((await ask(html, rows)).values.contentType).toBe('text/html');
    const both = { ...html, ...android() };
    const { values, verdict } = await ask(both, rows, { app, ...onAndroid });
    expect({ verdict, type: values.contentType }).toEqual({ verdict: 'fail', type: 'text/html, application/json' });
  });

  it('follows no redirect, not even within the host', async () => {
    const moved = { status: 301, headers: { location: '/moved' }, body: '' };
    const files = { [applePath]: moved, [androidPath]: moved, '/moved': { body: { applinks: { details } } } };
    for (const params of [{ app }, onAndroid]) {
      expect(await ask(files, latencyAlone, params)).toMatchObject({
        verdict: 'fail',
        count: 1,
        reason: { code: 'protocol', message: expect.stringContaining('must answer without a redirect') },
      });
    }
  });

  it('fails where a file is not there, or is none', async () => {
    expect(await ask({}, latencyAlone)).toMatchObject({ verdict: 'fail', reason: { code: 'http-status' } });
    const signed = apple('0\u0082\u0001MIME', { headers: { 'content-type': 'application/pkcs7-mime' } });
    expect(await ask(signed, latencyAlone)).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it.each<[string, Files, Params]>(
    [
      null,
      [],
      '""',
      0,
      { applinks: [] },
      { applinks: { details: 'all' } },
      { applinks: { details: [null] } },
      { applinks: { details: [{ appIDs: app }] } },
    ].map((body) => [JSON.stringify(body), apple(body), { app }]),
  )('takes %s in place of the file for Apple as a breach of protocol', async (_, files, params) => {
    expect(await ask(files, latencyAlone, params)).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it.each(
    [
      null,
      {},
      { statements: [] },
      '""',
      [null],
      ['x'],
      [statement({ relation: 'all' })],
      [statement({ target: 1 })],
    ].map((body) => [JSON.stringify(body), body] as const),
  )('takes %s in place of the file for Android as a breach of protocol', async (_, body) => {
    expect(await ask(android(body), latencyAlone, onAndroid)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
  });

  it('survives a file that is nested for ever, or has names of prototypes', async () => {
    const deep = `{"applinks":{"details":[{"appIDs":["${app}"]}]},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await ask(apple(deep), latencyAlone)).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
    const odd = `{"applinks":{"details":[{"appIDs":["${app}"]}]},"__proto__":{"a":1},"constructor":null}`;
    const files = { ...apple(odd), ...copy(odd.replace('"a":1', '"a":2')) };
    expect((await ask(files, { appleCdnAgrees: '= true' }, atCdn)).values.appleCdnAgrees).toBe(false);
  });
});

describe('Apple’s copy', () => {
  const rows = { appleCdnAgrees: '= true' };

  it('agrees where it says the same in another order', async () => {
    const ours = { applinks: { details: [{ appIDs: ['ZZZZZ00000.other', app], components: [{ '/': '/a' }] }] }, a: 1 };
    const theirs = `{"a": 1, "applinks": {"details": [{"components": [{"/": "/a"}], "appIDs": ["${app}", "ZZZZZ00000.other"]}]}}`;
    expect((await ask({ ...apple(ours), ...copy(theirs) }, rows, atCdn)).verdict).toBe('pass');
  });

  it('does not agree where it is an earlier one, also in the order of paths', async () => {
    const earlier = { applinks: { details: [{ appIDs: [app], components: [{ '/': '/b' }, { '/': '/a' }] }] } };
    const files = { ...apple(), ...copy(earlier) };
    const outcome = await ask(files, rows, atCdn);
    expect(outcome).toMatchObject({ verdict: 'fail', reason: { code: 'expectation' } });
    expect(told(outcome)).toContain('Apps in Apple’s copy, which differs');
    expect(await ask(files, { appleCdnAgrees: ['= true', '= false'] }, atCdn)).toMatchObject({ verdict: 'warn' });
    expect(await ask(files, latencyAlone, atCdn)).toMatchObject({ verdict: 'fail', reason: { code: 'disagrees' } });
  });

  it('is not there where Apple says so, and Apple says why', async () => {
    const headers = { 'apple-failure-reason': 'SWCERR00301 Timeout', 'apple-failure-details': '{"cause":"late"}' };
    for (const status of [403, 404]) {
      const outcome = await ask({ ...apple(), ...copy('Not Found', { status, headers }) }, rows, atCdn);
      expect(outcome.reason?.message).toBe('`appleCdnAgrees` is false; expected `= true`.');
      expect(told(outcome)).toContain(`It answers ${status}: SWCERR00301 Timeout, {"cause":"late"}.`);
    }
  });

  it('is not taken where the network is silent or broken', async () => {
    for (const broken of [{ status: 503, body: '' }, { status: 429, body: '' }, { body: '<html>' }, { body: null }]) {
      const outcome = await ask({ ...apple(), [copyPath]: broken }, { ...rows, apple: '= true' }, atCdn);
      expect(outcome).toMatchObject({ verdict: 'warn', reason: { code: 'degraded' } });
    }
    await using server = await serveFiles(apple());
    const { verdict, reason } = await attempt({
      check: 'app-links',
      targets: [targetAt(server.url), targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'cdn' })],
      params: { target: 'service', ...atCdn },
      rows,
    });
    expect(verdict).toBe('warn');
    expect(reason?.message).toContain('the peer `cdn` could not be asked');
  });
});

describe('what a block may ask of app-links', () => {
  it.each<[string, Params, AttemptSketch['rows']]>([
    ['no app at all', {}, latencyAlone],
    ['a package without fingerprint', { package: packageName }, latencyAlone],
    ['a fingerprint without package', { app, fingerprint }, latencyAlone],
    ['a CDN without domain', { app, cdn: 'cdn' }, latencyAlone],
    ['a domain without CDN', { app, domain: 'link.example.com' }, latencyAlone],
    ['a CDN without app', { ...onAndroid, cdn: 'cdn', domain: 'link.example.com' }, latencyAlone],
    ['a row for Apple without app', onAndroid, { apple: '= true' }],
    ['a row for Android without package', { app }, { android: '= true' }],
    ['a row for the copy without CDN', { app }, { appleCdnAgrees: '= true' }],
    ['an app without team', { app: 'com.example.wallet' }, latencyAlone],
    ['a short fingerprint', { package: packageName, fingerprint: '14:6D' }, latencyAlone],
    ['a domain with a path', { ...atCdn, domain: 'link.example.com/x' }, latencyAlone],
  ])('refuses %s', async (_, params, rows) => {
    const outcome = await ask({ ...apple(), ...android() }, rows, params);
    expect(outcome).toMatchObject({ verdict: 'error', count: 0, reason: { code: 'config' } });
  });
});

describe('the link host of the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['link-host', 'link-cdn', 'wallet-api'] });
    const authority = readFileSync(world.state.caFile ?? '', 'utf8');
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority]);
  });
  afterAll(() => world.stop());

  const look = async () => {
    const target = (name: string) => targetAt(world.state.services[name]?.url ?? '', { name });
    const { verdict, reason, readings } = await attempt({
      check: 'app-links',
      targets: [target('link-host'), target('link-cdn')],
      params: { target: 'link-host', app, ...onAndroid, cdn: 'link-cdn', domain: 'link.example.com' },
      rows: { apple: '= true', android: '= true', appleCdnAgrees: '= true', contentType: '= application/json' },
    });
    const not = readings.filter((each) => each.verdict !== 'pass').map(({ name }) => name);
    return [verdict, reason?.code ?? '', ...not].join(' ').trim();
  };

  it.each([
    ['link-host.aasa-missing', 'fail http-status'],
    ['link-host.wrong-app', 'fail expectation apple appleCdnAgrees'],
    ['link-host.wrong-fingerprint', 'fail expectation android'],
    ['link-host.redirected', 'fail protocol'],
    ['link-host.html', 'fail protocol'],
    ['link-cdn.cdn-stale', 'fail expectation appleCdnAgrees'],
    ['link-cdn.cdn-blocked', 'fail expectation appleCdnAgrees'],
    ['link-cdn.http-503', 'warn degraded appleCdnAgrees'],
  ])('%s is seen, and its end', async (fault, seen) => {
    expect(await look()).toBe('pass');
    await world.break(fault);
    expect(await look()).toBe(seen);
    await world.mend();
    expect(await look()).toBe('pass');
  });

  it('is trusted by whoever trusts another service of the same world', async () => {
    const [host, api] = ['link-host', 'wallet-api'].map((name) => world.state.services[name]?.url ?? '');
    expect((await fetch(`${host}${androidPath}`)).status).toBe(200);
    expect((await fetch(`${api}/health`)).status).toBe(200);
  });
});
