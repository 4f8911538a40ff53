/** What a check that uses `http` says of certificates, in threads, as every run does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateAged } from '../../lab/faults/certificate.ts';
import { type CertificateWish, createAuthority, dayMs } from '../../lab/tls/certificate-authority.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { plannedBlock, targetAt } from '../../tests/contract/planned-block.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { run } from './run.ts';

/** The verdict of `http-json` on this target; each run has new threads, hence new connections. */
async function look(target: ResolvedTarget, timeoutMs = 5000): Promise<{ said: string; message: string }> {
  const planned = plannedBlock({ check: 'http-json', rows: { status: '= 200' } });
  for await (const event of run([planned], {
    environment: 'test',
    targets: { service: target },
    env: {},
    timeoutMs,
  })) {
    if (event.type !== 'block-end') continue;
    const { verdict, reason } = event.result;
    return { said: reason ? `${verdict}: ${reason.code}` : verdict, message: reason?.message ?? '' };
  }
  throw new Error('There is no result.');
}

describe('a check that asks the lab’s `wallet-api`', () => {
  let world: World;
  let target: ResolvedTarget;
  beforeAll(async () => {
    world = await startWorld({ services: ['wallet-api'] });
    const url = `${world.state.services['wallet-api']?.url}/health`;
    target = targetAt(url, { caFile: world.state.caFile });
  });
  afterAll(() => world?.stop());

  it('is content with its certificate', async () => {
    expect(await look(target)).toEqual({ said: 'pass', message: '' });
  });

  it('says so when nobody told it to trust the authority', async () => {
    expect(await look({ ...target, caFile: null })).toEqual({
      said: 'fail: tls',
      message: expect.stringMatching(
        /^The certificate of `localhost:\d+` leads to an authority we do not (know|trust)/,
      ),
    });
  });

  it.each([
    ['certificate-expired', 'is expired (CERT_HAS_EXPIRED)'],
    ['certificate-wrong-name', 'is for another name (ERR_TLS_CERT_ALTNAME_INVALID)'],
    ['certificate-self-signed', 'is signed by itself, not by an authority we trust (DEPTH_ZERO_SELF_SIGNED_CERT)'],
  ])('says what is wrong with it under `%s`, and nothing once it is mended', async (fault, sentence) => {
    await world.break(`wallet-api.${fault}`);
    const broken = await look(target).finally(() => world.mend());
    expect(broken).toEqual({
      said: 'fail: tls',
      message: `The certificate of \`${new URL(target.url).host}\` ${sentence}.`,
    });
    expect((await look(target)).said).toBe('pass');
  });

  it('does not mind one that only expires soon: that is for `tls-certificate` to say', async () => {
    await world.break('wallet-api.certificate-expiring');
    expect((await look(target).finally(() => world.mend())).said).toBe('pass');
  });
});

describe('a check that asks a server whose certificate', () => {
  let folder = '';
  let authority: Awaited<ReturnType<typeof createAuthority>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'runlight-tls-'));
    authority = await createAuthority(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each<[string, Partial<CertificateWish>, string]>([
    ['is of next week', { notBefore: new Date(Date.now() + 7 * dayMs) }, 'is not valid yet'],
    ['is for a name that only begins alike', { names: ['DNS:localhost.example.net'] }, 'is for another name'],
    ['has no name', { names: ['email:nobody@example.net'] }, 'is for another name'],
  ])('%s', async (_, wish, sentence) => {
    const healthy = certificateAged(1);
    const server = createServer(await authority.issue({ ...healthy, ...wish }), (__, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { said, message } = await look(targetAt(`https://localhost:${port}`, { caFile: authority.caFile }));
    server.close();
    server.closeAllConnections();
    expect(said).toBe('fail: tls');
    expect(message).toContain(sentence);
  });

  it('nobody can see, since it never finishes the handshake, gives up', async () => {
    const { createServer: createRawServer } = await import('node:net');
    const server = createRawServer((socket) => socket.on('error', () => {}).resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { said } = await look(targetAt(`https://localhost:${port}`), 300);
    server.close();
    expect(said).toBe('fail: unreachable');
  });
});
