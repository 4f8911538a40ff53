/** The certificates as `node:tls` judges them. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAtCertificate } from '../testing/look-at-certificate.ts';
import { ask } from '../testing/plain-client.ts';
import { service } from '../testing/service-case.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['wallet-api'] });
});
afterAll(() => world.stop());

const url = () => service(world, 'wallet-api').url;
const judge = () => lookAtCertificate(url(), world.state.caFile);

test('a client that trusts the lab accepts localhost and 127.0.0.1, another one does not', async () => {
  const { caFile } = world.state;
  expect((await ask(`${url()}/health`, { caFile })).outcome).toBe(200);
  expect((await ask(`${url().replace('localhost', '127.0.0.1')}/health`, { caFile })).outcome).toBe(200);
  expect((await ask(`${url()}/health`)).outcome).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  expect(await judge()).toEqual({ problem: null, remaining: 99 });
  expect(new X509Certificate(readFileSync(caFile ?? '')).ca).toBe(true);
});

const broken = [
  { fault: 'certificate-expired', problem: 'CERT_HAS_EXPIRED', remaining: -1 },
  { fault: 'certificate-wrong-name', problem: 'ERR_TLS_CERT_ALTNAME_INVALID', remaining: 99 },
  { fault: 'certificate-self-signed', problem: 'DEPTH_ZERO_SELF_SIGNED_CERT', remaining: 99 },
  { fault: 'certificate-expiring', problem: null, remaining: 10 },
];

test.each(broken)('$fault is presented to the very next client', async ({ fault, problem, remaining }) => {
  await world.break(`wallet-api.${fault}`);
  expect(await judge()).toEqual({ problem, remaining });
  const { outcome } = await ask(`${url()}/health`, { caFile: world.state.caFile });
  expect(outcome).toBe(problem ?? 200);
  await world.mend();
  expect(await judge()).toEqual({ problem: null, remaining: 99 });
});

test('certificates can be made at the same time', async () => {
  await Promise.all(broken.map(({ fault }) => world.break(`wallet-api.${fault}`)));
  expect(world.broken()).toEqual(['wallet-api.certificate-expiring']);
  await world.mend();
});
