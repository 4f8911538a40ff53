/** The log documents of the wallet’s backend: one every 1.5 s, of the last day, made from their number. */
import type { ElasticsearchState } from './state.ts';

export interface LogDocument {
  id: string;
  /** Which of the index’s shards holds it. */
  shard: number;
  /** Milliseconds since 1970. */
  at: number;
  fields: Readonly<Record<string, string | number>>;
}

export const shardCount = 5;
const intervalMs = 1500;
const keptMs = 86_400_000;
const lagMs = 22 * 60_000;

const services = ['wallet-api', 'wallet-api', 'swap-api', 'onramp-gateway'];
const calm = ['quote sent', 'balance read', 'transaction broadcast', 'order updated'];
const broken = ['upstream timed out', 'database connection lost', 'provider answered 503'];

/** Of 1,000 documents, how many are errors. */
const errorRate: Readonly<Record<ElasticsearchState['errors'], number>> = { normal: 12, spike: 420 };

/** All documents between two times (milliseconds since 1970, both included), oldest first. */
export function documentsBetween(
  from: number,
  to: number,
  { errors, pipeline }: Pick<ElasticsearchState, 'errors' | 'pipeline'>,
  now = Date.now(),
): LogDocument[] {
  const newest = Math.min(to, pipeline === 'lagging' ? now - lagMs : now);
  const first = Math.ceil(Math.max(from, now - keptMs) / intervalMs);
  const documents: LogDocument[] = [];
  for (let number = first; number * intervalMs <= newest; number += 1) documents.push(document(number, errors));
  return documents;
}

function document(number: number, errors: ElasticsearchState['errors']): LogDocument {
  const at = number * intervalMs;
  const mixed = mix(number);
  const isError = mixed % 1000 < errorRate[errors];
  const pick = <T>(list: readonly T[], shift: number): T | undefined => list[(mixed >>> shift) % list.length];
  return {
    id: number.toString(36),
    shard: number % shardCount,
    at,
    fields: {
      '@timestamp': new Date(at).toISOString(),
      level: isError ? 'error' : (mixed >>> 10) % 20 === 0 ? 'warn' : 'info',
      service: pick(services, 12) ?? '',
      status: isError ? 503 : 200,
      message: pick(isError ? broken : calm, 18) ?? '',
    },
  };
}

/** A number that looks like chance and is always the same. */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
