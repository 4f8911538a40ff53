import type { HeadPart } from '../faults/head.ts';
import { type SeenChain, seeChain } from '../heads/seen-chain.ts';
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import type { RunningService } from '../service.ts';
import { blockId, tronBlock, tronClock, usualSolidity } from './blocks.ts';

export interface TronState {
  /** Whether it is connected to other nodes. */
  connected: boolean;
  /** Whether it has a newest block to show. */
  hasBlock: boolean;
  /** Whether it takes another request. */
  hasResources: boolean;
  /** The newest solidified block, where it stands still. */
  solidified: number | null;
}

export const healthyTron: TronState = { connected: true, hasBlock: true, hasResources: true, solidified: null };

export interface TronPart extends HeadPart {
  state: TronState;
}

/** Starts a node with its full-node and solidity API; all nodes see the same chain. */
export async function startTron(): Promise<RunningService<TronPart>> {
  const chain = seeChain('tron', tronClock);
  const state = { ...healthyTron };
  const api = routes(chain, state);
  const server = await startServer((question) => (state.hasResources ? api(question) : outOfResources));
  return {
    url: `http://127.0.0.1:${server.port}`,
    values: {},
    part: { server, chain, state },
    note: `at block ${chain.head()}`,
    stop: server.stop,
  };
}

/** As java-tron words it, with HTTP status 200. */
const outOfResources = json({ Error: 'class java.lang.IllegalAccessException : lack of computing resources' });

/** Sun per energy, each from a moment (ms) on, oldest first: java-tron keeps all that were ever voted. */
const energyPrices =
  '0:100,1606284000000:40,1613044800000:140,1635422400000:280,1670133600000:420,1725465600000:210,1756425600000:100';

function routes(chain: SeenChain, state: TronState): Handle {
  const solidified = (): number => Math.min(state.solidified ?? Number.POSITIVE_INFINITY, chain.head() - usualSolidity);
  const newest = (head: () => number) => () => json(state.hasBlock ? tronBlock(chain, head()) : {});
  const info = (): Answer => json(nodeInfo(chain, solidified(), state.connected));
  return route(
    {
      '/wallet/getnowblock': newest(chain.head),
      '/wallet/getblock': (question) => findBlock(chain, chain.head(), question),
      '/wallet/getnodeinfo': info,
      '/wallet/getenergyprices': () => json({ prices: energyPrices }),
      '/walletsolidity/getnowblock': newest(solidified),
      '/walletsolidity/getblock': (question) => findBlock(chain, solidified(), question),
      '/walletsolidity/getnodeinfo': info,
    },
    ['GET', 'POST'],
  );
}

/** By `id_or_num`, of the JSON body or of the query; without it, the newest. `{}` where there is none. */
function findBlock(chain: SeenChain, head: number, { method, query, body }: Question): Answer {
  const wished = method === 'POST' ? wishIn(body) : (query.get('id_or_num') ?? '');
  if (wished === '') return json(tronBlock(chain, head));
  const number = wished.length === 64 ? Number.parseInt(wished.slice(0, 16), 16) : Number(wished);
  if (!Number.isSafeInteger(number)) return json({ Error: 'id must be legal block hash.' });
  if (number < 0) return json({ Error: 'num must be non-positive number.' });
  return json(number > head ? {} : tronBlock(chain, number));
}

function wishIn(body: string): string {
  const { id_or_num = '' } = JSON.parse(body === '' ? '{}' : body) as { id_or_num?: string };
  return String(id_or_num);
}

function nodeInfo(chain: SeenChain, solidified: number, connected: boolean): object {
  const said = (number: number): string => `Num:${number},ID:${blockId(chain, number)}`;
  const active = connected ? 8 : 0;
  const passive = connected ? 22 : 0;
  return {
    activeConnectCount: active,
    beginSyncNum: chain.head() - 19,
    block: said(chain.head()),
    cheatWitnessInfoMap: {},
    configNodeInfo: { codeVersion: '4.8.1', p2pVersion: '11111', listenPort: 18_888, maxConnectCount: 30 },
    currentConnectCount: active + passive,
    machineInfo: { cpuCount: 16, cpuRate: 0.07, threadCount: 361, deadLockThreadCount: 0 },
    passiveConnectCount: passive,
    peerList: [],
    solidityBlock: said(solidified),
    totalFlow: 0,
  };
}
