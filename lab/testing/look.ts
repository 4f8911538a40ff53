/** What a plain client sees of a service, in readings that stay the same while it is healthy. */

import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import type { World } from '../contract.ts';
import { ask, block, call } from './plain-client.ts';

export type Look = Readonly<Record<string, unknown>>;

export async function look(world: World, name: string): Promise<Look> {
  const { url, values } = service(world, name);
  if (name.includes('-rpc')) return lookAtChain(world, name, url, values);
  const caFile = world.state.caFile;
  const get = async (path: string): Promise<unknown> => {
    const { outcome, body } = await ask(url + path, { caFile });
    return outcome === 200 || outcome === 503 ? JSON.parse(body) : outcome;
  };
  if (name === 'onramp-status') return lookAtPage(get);
  if (name === 'onramp-api')
    return {
      health: await get('/v1/health'),
      assets: await get('/v1/assets?currencyCode=USD'),
      summary: await get('/v1/orders/summary'),
    };
  const quote = (await get('/v1/quotes?from=ETH&to=USDC')) as Record<string, unknown>;
  const balances = (await get(`/v1/balances/${values['address.funded']}`)) as Record<string, unknown>;
  return {
    certificate: await lookAtCertificate(url, caFile),
    health: await get('/health'),
    quoteAge: quote.ageSeconds,
    balances: balances.balances ?? balances.error,
  };
}

async function lookAtChain(
  world: World,
  name: string,
  url: string,
  values: Readonly<Record<string, string>>,
): Promise<Look> {
  const peerName = name.endsWith('-2') ? null : `${name}-2`;
  const peer = peerName ? service(world, peerName).url : url;
  try {
    const head = await block(url, 'latest');
    const peerHead = await block(peer, 'latest');
    const common = Math.min(head.number, peerHead.number) - 1;
    return {
      chainId: await call(url, 'eth_chainId'),
      syncing: (await call(url, 'eth_syncing')) !== false,
      fresh: head.age < 30,
      keepsUp: peerHead.number - head.number < 4,
      agrees: (await block(url, common)).hash === (await block(peer, common)).hash,
      receipt: (await call(url, 'eth_getTransactionReceipt', values['tx.confirmed'])) !== null,
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : error };
  }
}

async function lookAtPage(get: (path: string) => Promise<unknown>): Promise<Look> {
  const summary = (await get('/api/v2/summary.json')) as {
    status: unknown;
    components: { status: string }[];
    incidents: unknown[];
    scheduled_maintenances: unknown[];
  };
  return {
    status: summary.status,
    components: summary.components.map(({ status }) => status),
    incidents: summary.incidents.length,
    maintenances: summary.scheduled_maintenances.length,
  };
}

/** The certificate as `node:tls` judges it; `remaining` is the share of its lifetime that is left, in per cent. */
export function lookAtCertificate(url: string, caFile: string | null): Promise<Look> {
  const { hostname, port } = new URL(url);
  const ca = caFile ? { ca: readFileSync(caFile) } : {};
  return new Promise((resolve, reject) => {
    const options = { port: Number(port), host: hostname, servername: hostname, rejectUnauthorized: false };
    const socket = tls.connect({ ...options, ...ca }, () => {
      const certificate = socket.getPeerCertificate();
      const from = Date.parse(certificate.valid_from);
      const to = Date.parse(certificate.valid_to);
      const problem: unknown = socket.authorizationError ?? null;
      resolve({
        problem: problem instanceof Error ? (problem as NodeJS.ErrnoException).code : problem,
        remaining: Math.round(((to - Date.now()) / (to - from)) * 100),
      });
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

export function service(world: World, name: string): World['state']['services'][string] {
  const found = world.state.services[name];
  if (!found) throw new Error(`${name} is not running.`);
  return found;
}
