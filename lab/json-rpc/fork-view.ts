/** The chain as a node sees it that follows another branch: other hashes above the block where they part. */
import type { Call, Layer } from './layer.ts';

const hashed = new Set([
  'eth_getBlockByNumber',
  'eth_getBlockByHash',
  'eth_getBlockReceipts',
  'eth_getTransactionByHash',
  'eth_getTransactionReceipt',
  'eth_getTransactionByBlockNumberAndIndex',
  'eth_getLogs',
]);

/** Above block `parting` every block has another hash, consistently so in parents, receipts and logs. */
export function forkView(parting: number): Layer {
  return async (call, next) => {
    if (!hashed.has(call.method)) return next(call);
    if (call.method !== 'eth_getBlockByHash') return branch(await next(call), parting);
    const known = await next(call);
    if (known) return numberOf(known, 'number') > parting ? null : known;
    return branch(await next(twistedParams(call)), parting);
  };
}

/** Rewrites the hashes in a block, a transaction, a receipt or a list of them. */
function branch(value: unknown, parting: number): unknown {
  if (Array.isArray(value)) return value.map((item) => branch(item, parting));
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = { ...value };
  const twistKey = (key: string, number: number): void => {
    if (number > parting) result[key] = twist(result[key]);
  };
  if ('parentHash' in value) {
    const number = numberOf(value, 'number');
    twistKey('hash', number);
    twistKey('parentHash', number - 1);
    result.transactions = branch(result.transactions, parting);
  } else {
    twistKey('blockHash', numberOf(value, 'blockNumber'));
    if ('logs' in result) result.logs = branch(result.logs, parting);
  }
  return result;
}

function twistedParams({ method, params }: Call): Call {
  return { method, params: params.with(0, twist(params[0])) };
}

/** Turns a hash into another one, and back: each digit's bits are inverted. */
function twist(hash: unknown): unknown {
  if (typeof hash !== 'string') return hash;
  return `0x${[...hash.slice(2)].map((digit) => (15 - Number.parseInt(digit, 16)).toString(16)).join('')}`;
}

function numberOf(value: object, key: string): number {
  return Number((value as Record<string, unknown>)[key] ?? 0);
}
