import {
  ageOf,
  askPeerHead,
  type ChainBlock,
  CheckFailure,
  compareWithPeer,
  defineCheck,
  type Http,
  JsonRpcError,
  jsonRpc,
  param,
  readJson,
  wholeNumber,
} from 'runlight/check';
import { z } from 'zod';

/**
 * Proves that a Solana RPC endpoint answers, is on the right cluster, calls itself healthy, has a fresh
 * newest slot, and keeps up with a second provider.
 *
 * Readings: `slot` (at `commitment`: `processed`, `confirmed` or `finalized`), `latency` (ms, one
 * `getSlot` call), `healthy` (by `getHealth`: within the distance from the cluster that the node is set
 * to; a pool of nodes may say so for its best one), `slotsBehind` (as the node itself says; 0 while it
 * calls itself healthy, absent where it does not say), `blockAge` (s, by the cluster's own clock, which
 * its validators vote on: a few seconds are normal), `lag` (slots that the peer is ahead), `slotTime`
 * (ms, mean of the node's last sample, mostly a minute), `genesisHash`, and `cluster` (its name, or
 * `unknown`). Only what the page's rows name is asked.
 * -32005 is no limit here: it means an unhealthy node. How long a slot lasts has changed and will
 * again, so state distances in slots with care. `lag` alone does not tell two clusters apart: name
 * `cluster` in a row, too. A silent peer: `lag` is not taken.
 * Sources: solana.com/docs/rpc (each method by its name), anza-xyz/agave `custom_error.rs` (codes).
 */
export default defineCheck({
  summary: 'A Solana RPC endpoint answers, is on the right cluster and keeps up',
  layer: 'provider',
  params: {
    target: param.target(),
    peer: param.target().optional(),
    commitment: param.choice(['processed', 'confirmed', 'finalized']).default('confirmed'),
  },
  readings: {
    slot: { type: 'integer', summary: 'Newest slot at the commitment' },
    latency: { unit: 'ms', summary: 'Time of one `getSlot` call' },
    healthy: { type: 'boolean', summary: 'Whether the node calls itself healthy, by `getHealth`' },
    slotsBehind: { unit: 'slots', summary: 'How far it is behind its cluster, as it says itself' },
    blockAge: { unit: 's', summary: 'Age of the newest block' },
    lag: { unit: 'slots', summary: 'How far the peer is ahead' },
    slotTime: { unit: 'ms', summary: 'Mean time of a slot, by the last performance sample' },
    genesisHash: { type: 'text', summary: 'The cluster, by `getGenesisHash`' },
    cluster: { type: 'text', summary: '`mainnet-beta`, `devnet`, `testnet` or `unknown`, by its genesis hash' },
  },
  async run(context) {
    const { params, http, wanted, evidence } = context;
    const { commitment } = params;
    const { slot, durationMs } = await readSlot(http, commitment);
    const [health, blockAge, slotTime, genesisHash, peer] = await Promise.all([
      wanted.has('healthy') || wanted.has('slotsBehind') ? readHealth(http, evidence) : null,
      wanted.has('blockAge') ? readAge(http, slot, commitment, evidence) : null,
      wanted.has('slotTime') ? readSlotTime(http) : null,
      wanted.has('genesisHash') || wanted.has('cluster') ? readGenesisHash(http) : null,
      wanted.has('lag')
        ? askPeerHead(http, params.peer, async (node) => asBlock((await readSlot(node, commitment)).slot))
        : null,
    ]);
    const readings = {
      slot,
      latency: durationMs,
      healthy: health?.healthy,
      slotsBehind: health?.slotsBehind,
      blockAge,
      slotTime,
      genesisHash,
      cluster: genesisHash && (clusters.get(genesisHash) ?? 'unknown'),
    };
    if (!peer) return readings;
    return compareWithPeer(readings, {
      context,
      head: asBlock(slot),
      peer,
      readHeight: async () => (await readSlot(http, commitment)).slot,
      describe: ({ number }) => `slot ${number} (${commitment})`,
    });
  },
});

const clusters: ReadonlyMap<string, string> = new Map([
  ['5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d', 'mainnet-beta'],
  ['EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG', 'devnet'],
  ['4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY', 'testnet'],
]);

type Evidence = (title: string, text: string) => void;

const asBlock = (slot: number): ChainBlock => ({ number: slot, hash: null });

/** One call; its result must be of this shape. */
async function call<T extends z.ZodType>(
  http: Http,
  method: string,
  params: readonly unknown[],
  schema: T,
): Promise<{ result: z.output<T>; durationMs: number }> {
  const { result, durationMs } = await jsonRpc(http, method, params, { limitCodes: [429] });
  return { result: readJson({ json: () => result }, schema, `The result of \`${method}\``), durationMs };
}

async function readSlot(http: Http, commitment: string): Promise<{ slot: number; durationMs: number }> {
  const { result, durationMs } = await call(http, 'getSlot', [{ commitment }], wholeNumber);
  return { slot: result, durationMs };
}

const nodeUnhealthy = -32005;
const unhealthySchema = z.object({ numSlotsBehind: wholeNumber });

async function readHealth(http: Http, evidence: Evidence): Promise<{ healthy: boolean; slotsBehind: number | null }> {
  try {
    await call(http, 'getHealth', [], z.literal('ok'));
    return { healthy: true, slotsBehind: 0 };
  } catch (error) {
    if (!(error instanceof JsonRpcError) || error.rpcCode !== nodeUnhealthy) throw error;
    evidence('Health', `${http.target}: ${error.rpcCode} ${error.rpcMessage}`);
    const told = unhealthySchema.safeParse(error.data);
    return { healthy: false, slotsBehind: told.success ? told.data.numSlotsBehind : null };
  }
}

/** Not available, skipped, skipped in the long-term storage, or not yet: another slot may well have a time. */
const withoutTime: readonly number[] = [-32004, -32007, -32009, -32014];

/**
 * Age of the block at `slot`. Behind one address may be many nodes, and the one that is asked now may
 * not have that slot yet: then both are asked once more.
 */
async function readAge(http: Http, slot: number, commitment: string, evidence: Evidence): Promise<number> {
  const time = (await readTime(http, slot)) ?? (await readTime(http, (await readSlot(http, commitment)).slot));
  if (time === null) throw new CheckFailure('protocol', `\`${http.target}\` has no time for its own newest slot.`);
  return ageOf(time, `Slot ${slot}`, evidence);
}

/** Seconds since 1970, or `null` where the node has none. */
async function readTime(http: Http, slot: number): Promise<number | null> {
  try {
    return (await call(http, 'getBlockTime', [slot], z.int().nullable())).result;
  } catch (error) {
    if (error instanceof JsonRpcError && withoutTime.includes(error.rpcCode)) return null;
    throw error;
  }
}

const samplesSchema = z.array(z.looseObject({ numSlots: wholeNumber, samplePeriodSecs: wholeNumber }));

/** Milliseconds; `null` where the node has no sample, or no slot was made in it. */
async function readSlotTime(http: Http): Promise<number | null> {
  const [sample] = (await call(http, 'getRecentPerformanceSamples', [1], samplesSchema)).result;
  if (!sample || sample.numSlots === 0) return null;
  return Math.round((sample.samplePeriodSecs * 10_000) / sample.numSlots) / 10;
}

async function readGenesisHash(http: Http): Promise<string> {
  const base58 = z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/, 'Expected a hash in base 58.');
  return (await call(http, 'getGenesisHash', [], base58)).result;
}
