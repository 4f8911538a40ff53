/** A Solana node as a provider shows it: the methods that tell how the node and its cluster are. */
import { RpcError } from '../chain/rpc-client.ts';
import type { SeenChain } from '../heads/seen-chain.ts';
import type { Next } from '../json-rpc/layer.ts';
import { base58 } from './base58.ts';
import { genesisHashes, slotClock } from './clock.ts';

/** How many slots a commitment is behind the newest one. */
const behind: Readonly<Record<string, number>> = { processed: 0, confirmed: 2, finalized: 32 };
const slotsInEpoch = 432_000;
/** Slots without a block, over the whole history. */
const skippedSlots = 21_700_000;
const hashLifetime = 150;
const sampleSeconds = 60;
/** Bytes that are counted for every account on top of its data, and the rate in autumn 2026. */
const accountOverhead = 128;
const lamportsPerByte = 5_080;

export function solanaNode(chain: SeenChain): Next {
  const slotAt = (config: unknown): number => chain.head() - (behind[commitmentOf(config)] ?? 32);

  const methods: Readonly<Record<string, (params: readonly unknown[]) => unknown>> = {
    getHealth: () => 'ok',
    getVersion: () => ({ 'solana-core': '4.3.2', 'feature-set': 2_837_615_590 }),
    getGenesisHash: () => genesisHashes.mainnet,
    getSlot: ([config]) => slotAt(config),
    getBlockHeight: ([config]) => slotAt(config) - skippedSlots,
    getBlockTime: ([slot]) => blockTime(chain, slot),
    getEpochInfo: ([config]) => epochInfo(slotAt(config)),
    getLatestBlockhash: ([config]) => {
      const slot = slotAt(config);
      const blockhash = base58(Buffer.from(chain.hashOf(slot), 'hex'));
      return {
        context: { apiVersion: '4.3.2', slot },
        value: { blockhash, lastValidBlockHeight: slot - skippedSlots + hashLifetime },
      };
    },
    getRecentPerformanceSamples: ([limit]) => samples(chain.head(), limit),
    getMinimumBalanceForRentExemption: ([bytes]) => leastBalance(bytes),
  };
  return async ({ method, params }) => {
    if (!Object.hasOwn(methods, method)) throw new RpcError(-32601, 'Method not found');
    return methods[method]?.(params);
  };
}

/** Lamports that an account of so many bytes must keep: the rate is the cluster's, and has been cut before. */
function leastBalance(bytes: unknown): number {
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0)
    throw new RpcError(-32602, 'Invalid params: invalid type, expected usize.');
  return (accountOverhead + bytes) * lamportsPerByte;
}

function commitmentOf(config: unknown): string {
  const { commitment } = (config ?? {}) as { commitment?: unknown };
  return typeof commitment === 'string' ? commitment : 'finalized';
}

/** Seconds since 1970. */
function blockTime(chain: SeenChain, slot: unknown): number {
  if (typeof slot !== 'number') throw new RpcError(-32602, 'Invalid params: invalid type, expected u64.');
  if (slot > chain.head()) throw new RpcError(-32004, `Block not available for slot ${slot}`);
  return Math.floor(chain.timeOf(slot) / 1_000);
}

function epochInfo(absoluteSlot: number): object {
  return {
    absoluteSlot,
    blockHeight: absoluteSlot - skippedSlots,
    epoch: Math.floor(absoluteSlot / slotsInEpoch),
    slotIndex: absoluteSlot % slotsInEpoch,
    slotsInEpoch,
    transactionCount: absoluteSlot * 1_100,
  };
}

/** Samples of a minute each, newest first; at most 720, as the node keeps them. */
function samples(head: number, limit: unknown): object[] {
  const count = Math.min(typeof limit === 'number' ? limit : 720, 720);
  const numSlots = Math.round((sampleSeconds * 1_000) / (slotClock.timeOf(1) - slotClock.timeOf(0)));
  return Array.from({ length: count }, (_, index) => ({
    slot: head - (head % numSlots) - index * numSlots,
    numTransactions: numSlots * 1_100,
    numNonVoteTransactions: numSlots * 420,
    numSlots,
    samplePeriodSecs: sampleSeconds,
  }));
}
