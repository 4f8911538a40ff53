import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attempt } from '../tests/contract/attempt.ts';
import { closedPort, serve, serveBytes } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const folder = mkdtempSync(join(tmpdir(), 'tls-certificate-test-'));
const file = (name: string): string => join(folder, name);
const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** A certificate signed by the test's authority, valid from and to these days from now. */
function sign(name: string, names: string, from: number, to: number): void {
  const day = (offset: number): string =>
    `${new Date(Date.now() + offset * 86_400_000).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  writeFileSync(file(`${name}.ext`), `subjectAltName=${names}`);
  writeFileSync(file(`${name}.txt`), '');
  writeFileSync(
    file(`${name}.cnf`),
    `[ca]\ndefault_ca=d\n[d]\ndatabase=${name}.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n`,
  );
  openssl(
    'ca',
    '-batch',
    '-config',
    `${name}.cnf`,
    '-in',
    `${name}.csr`,
    '-cert',
    'ca.pem',
    '-keyfile',
    'ca.key',
    '-out',
    `${name}.pem`,
    '-notext',
    '-extfile',
    `${name}.ext`,
    '-startdate',
    day(from),
    '-enddate',
    day(to),
  );
}

const servers: Server[] = [];
const urls: Record<string, string> = {};

async function start(name: string): Promise<void> {
  const server = createServer({ key: readFileSync(file(`${name}.key`)), cert: readFileSync(file(`${name}.pem`)) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  urls[name] = `https://localhost:${typeof address === 'object' ? address?.port : 0}`;
  servers.push(server);
}

beforeAll(async () => {
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-subj',
    '/CN=Test authority',
  );
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'self.key',
    '-out',
    'self.pem',
    '-days',
    '30',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  );
  sign('good', 'DNS:localhost,IP:127.0.0.1', -10, 30);
  sign('expired', 'DNS:localhost', -10, -1);
  sign('other', 'DNS:other.example', -10, 30);
  for (const name of ['good', 'expired', 'other', 'self']) await start(name);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(
  url: string,
  {
    params = {},
    caFile = file('ca.pem'),
    timeoutMs = 5000,
  }: { params?: Record<string, string>; caFile?: string | null; timeoutMs?: number } = {},
) {
  const outcome = await attempt({
    check: 'tls-certificate',
    targets: [targetAt(url, { caFile })],
    params: { target: 'service', ...params },
    rows: { trusted: '= true', nameMatches: '= true', remaining: '> 33 %', expiresIn: '> 7 d' },
    timeoutMs,
  });
  return { ...outcome, values: Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value])) };
}

describe('tls-certificate', () => {
  it('passes a good certificate and tells how much of its lifetime is left', async () => {
    const { verdict, values, evidence } = await ask(urls.good ?? '');
    expect(values).toMatchObject({ trusted: true, nameMatches: true, remaining: 75, expiresIn: 30 });
    expect(verdict).toBe('pass');
    expect(evidence[0]?.text).toContain('issuer: CN=Test authority');
  });

  it('verifies a name given to it, also an address', async () => {
    expect((await ask(urls.good ?? '', { params: { name: '127.0.0.1' } })).values).toMatchObject({
      trusted: true,
      nameMatches: true,
    });
    expect((await ask(urls.good ?? '', { params: { name: 'wallet.example' } })).values).toMatchObject({
      trusted: true,
      nameMatches: false,
    });
  });

  it('tells the wrong name, the expired one, the self-signed one, and an unknown authority apart', async () => {
    expect((await ask(urls.other ?? '')).values).toMatchObject({ trusted: true, nameMatches: false });
    expect((await ask(urls.expired ?? '')).values).toMatchObject({
      trusted: false,
      nameMatches: true,
      remaining: 0,
      expiresIn: -1,
    });
    expect((await ask(urls.self ?? '')).values).toMatchObject({ trusted: false, nameMatches: true });
    expect((await ask(urls.good ?? '', { caFile: null })).values).toMatchObject({ trusted: false, nameMatches: true });
  });

  it('tells that nothing listens, that it is not TLS, and that it hangs', async () => {
    expect(await ask(`https://127.0.0.1:${await closedPort()}`)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'unreachable' },
    });
    await using plain = await serve((_, response) => response.end('{}'));
    expect(await ask(plain.url)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'tls', message: expect.stringContaining('does not speak TLS') },
    });
    await using hanging = await serveBytes(() => {});
    expect(await ask(hanging.url, { timeoutMs: 300 })).toMatchObject({ verdict: 'fail', reason: { code: 'timeout' } });
  });

  it('takes only a host name for a name', async () => {
    expect(await ask(urls.good ?? '', { params: { name: 'a; id' } })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config' },
    });
    expect(await ask(urls.good ?? '', { params: { name: '-help' } })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config' },
    });
  });
});
