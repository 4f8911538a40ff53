/** The chain as a node sees it that has not seen its newest blocks. */
import { quantity } from '../chain/quantity.ts';
import { RpcError } from '../chain/rpc-client.ts';
import { blockTagIndex } from './block-tag.ts';
import type { Call, Layer, Next } from './layer.ts';

const headTags: readonly unknown[] = ['latest', 'pending', 'safe', 'finalized', undefined, null];

/** Methods whose first parameter names a block by its number or a tag, and which answer `null` for none. */
const byNumber = new Set([
  'eth_getBlockByNumber',
  'eth_getBlockReceipts',
  'eth_getBlockTransactionCountByNumber',
  'eth_getTransactionByBlockNumberAndIndex',
  'eth_getUncleCountByBlockNumber',
]);

/** Methods that find something by its hash; the result's block may be above the view's head. */
const byHash = new Set(['eth_getBlockByHash', 'eth_getTransactionByHash', 'eth_getTransactionReceipt']);

/** `headOf` tells the view's newest block from the node's newest block. */
export function headView(headOf: (nodeHead: number) => number): Layer {
  return async (call, next) => {
    const head = headOf(Number(await next({ method: 'eth_blockNumber', params: [] })));
    const at = (tag: unknown): number | null =>
      headTags.includes(tag) ? head : tag === 'earliest' ? 0 : isNumber(tag) ? Number(tag) : null;

    if (call.method === 'eth_blockNumber') return quantity(head);
    if (byHash.has(call.method)) return hideAbove(head, await next(call));
    if (byNumber.has(call.method)) return pinned(call, 0, at, head, next, () => null);
    if (call.method === 'eth_feeHistory') return pinned(call, 1, at, head, next, unknownBlock);
    if (call.method === 'eth_getLogs') return logs(call, at, head, next);
    const index = blockTagIndex(call.method);
    return index === null ? next(call) : pinned(call, index, at, head, next, unknownBlock);
  };
}

/** Asks for the block that the view means; for one above its head, `beyond` answers. */
async function pinned(
  { method, params }: Call,
  index: number,
  at: (tag: unknown) => number | null,
  head: number,
  next: Next,
  beyond: () => unknown,
): Promise<unknown> {
  const number = at(params[index]);
  if (number === null) return next({ method, params });
  if (number > head) return beyond();
  const padded = [...params];
  padded[index] = quantity(number);
  return next({ method, params: padded });
}

async function logs(call: Call, at: (tag: unknown) => number | null, head: number, next: Next): Promise<unknown> {
  const filter = (call.params[0] ?? {}) as Record<string, unknown>;
  if (filter.blockHash) return next(call);
  const from = at(filter.fromBlock) ?? 0;
  const to = Math.min(at(filter.toBlock) ?? head, head);
  if (from > to) return [];
  const range = { ...filter, fromBlock: quantity(from), toBlock: quantity(to) };
  return next({ method: call.method, params: [range] });
}

function hideAbove(head: number, found: unknown): unknown {
  const { blockNumber, number } = (found ?? {}) as Record<string, unknown>;
  return Number(blockNumber ?? number ?? 0) > head ? null : found;
}

function unknownBlock(): never {
  throw new RpcError(-32000, 'header not found');
}

function isNumber(tag: unknown): boolean {
  return typeof tag === 'string' && /^0x[0-9a-f]+$/i.test(tag);
}
