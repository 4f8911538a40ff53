import { CheckFailure, defineCheck, type Http, JsonRpcError, jsonRpc, param, quantity } from 'runlight/check';

// Long, since a check is one file: the decision in order, then how each step is read.

/**
 * Proves what became of one EVM transaction, as the node sees it, and why.
 *
 * Readings: `state` (`unknown`, `pending`, `replaced`, `reverted`, `confirmed`), `reason` (text; absent
 * when confirmed), `confirmations` (blocks, its own included), `nonceGap` (transactions of the same
 * account that must come before it), `latency` (ms, one `eth_getTransactionReceipt` call).
 *
 * A receipt decides: `status` 0x1 is confirmed, 0x0 is reverted, and the reason comes from running the
 * call again on the state before it. Without one, a transaction that the node knows is pending: it
 * waits behind a nonce, or its maximum fee is below the base fee, or it is next in line. Where the
 * account's nonce has passed it, another transaction took its place. One that the node does not know
 * is unknown, unless `from` and `nonce` are given and the nonce is used: then it was replaced.
 * "Unknown" is not "lost": this node may be behind, or the transaction may never have been sent.
 * Sources: ethereum/execution-apis (`eth_getTransactionReceipt`, `eth_getTransactionByHash`,
 * `eth_getTransactionCount`, `eth_call`), EIP-1559 (base fee), EIP-658 (status in receipts), go-ethereum
 * `internal/ethapi/errors.go` (code 3, revert data in `error.data`).
 */
export default defineCheck({
  summary: 'The transaction is included and worked',
  layer: 'provider',
  params: {
    target: param.target(),
    hash: param.matching(/^0x[0-9a-f]{64}$/i, 'a transaction hash (`0x` and 64 hex digits)'),
    from: param.matching(/^0x[0-9a-f]{40}$/i, 'an address (`0x` and 40 hex digits)').optional(),
    nonce: param.matching(/^\d{1,15}$/, 'a nonce (a whole number)').optional(),
  },
  readings: {
    state: { type: 'text', summary: '`unknown`, `pending`, `replaced`, `reverted` or `confirmed`' },
    reason: { type: 'text', summary: 'Why it is in that state' },
    confirmations: { unit: 'blocks', summary: 'Blocks since it was included, its own counted' },
    nonceGap: { type: 'integer', summary: 'Transactions of the same account that must come before it' },
    latency: { unit: 'ms', summary: 'Time of one `eth_getTransactionReceipt` call' },
  },
  async run({ params, http, evidence }) {
    const { receipt, latency } = await readReceipt(http, params.hash);
    const found = receipt ? await ofReceipt(http, receipt, params.hash) : await withoutReceipt(http, params);
    evidence(
      'Transaction',
      [
        `${params.hash} at ${http.target}: ${found.state}`,
        ...(found.reason ? [found.reason] : []),
        ...found.notes,
      ].join('\n'),
    );
    return {
      state: found.state,
      reason: found.reason,
      confirmations: found.confirmations,
      nonceGap: found.nonceGap,
      latency,
    };
  },
});

interface Finding {
  state: 'unknown' | 'pending' | 'replaced' | 'reverted' | 'confirmed';
  reason: string | null;
  confirmations: number | null;
  nonceGap: number | null;
  /** Further lines for the evidence. */
  notes: string[];
}

type Fields = Record<string, unknown>;

function asObject(value: unknown, what: string): Fields | null {
  if (value === null) return null;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
  throw new CheckFailure('protocol', `${what} is neither an object nor \`null\`.`);
}

async function readReceipt(http: Http, hash: string): Promise<{ receipt: Fields | null; latency: number }> {
  const { result, durationMs } = await jsonRpc(http, 'eth_getTransactionReceipt', [hash]);
  const receipt = asObject(result, 'The receipt');
  if (receipt && String(receipt.transactionHash).toLowerCase() !== hash.toLowerCase()) {
    throw new CheckFailure('protocol', 'The node was asked for one transaction’s receipt and answered with another’s.');
  }
  return { receipt, latency: durationMs };
}

async function readTransaction(http: Http, hash: string): Promise<Fields | null> {
  const transaction = asObject((await jsonRpc(http, 'eth_getTransactionByHash', [hash])).result, 'The transaction');
  if (transaction && String(transaction.hash).toLowerCase() !== hash.toLowerCase()) {
    throw new CheckFailure('protocol', 'The node was asked for one transaction and answered with another.');
  }
  return transaction;
}

/** Included: confirmed or reverted. */
async function ofReceipt(http: Http, receipt: Fields, hash: string): Promise<Finding> {
  const block = quantity(receipt.blockNumber, 'The receipt’s block number');
  const status = quantity(receipt.status, 'The receipt’s status');
  if (status > 1) throw new CheckFailure('protocol', `The receipt’s status is ${status}; expected 0 or 1.`);
  const head = quantity((await jsonRpc(http, 'eth_blockNumber')).result, '`eth_blockNumber`');
  // The head may have been read from a node that is a moment behind.
  const confirmations = Math.max(1, head - block + 1);
  const notes = [`Included in block ${block}; the newest is ${head}.`];
  if (status === 1) return { state: 'confirmed', reason: null, confirmations, nonceGap: 0, notes };
  return {
    state: 'reverted',
    reason: await revertReason(http, receipt, block, hash),
    confirmations,
    nonceGap: 0,
    notes,
  };
}

async function withoutReceipt(
  http: Http,
  params: { hash: string; from?: string | undefined; nonce?: string | undefined },
): Promise<Finding> {
  const transaction = await readTransaction(http, params.hash);
  if (transaction && transaction.blockNumber === null) return ofPool(http, transaction, params.hash);
  if (transaction) {
    // Included between two questions; a node that still has no receipt contradicts itself.
    const { receipt } = await readReceipt(http, params.hash);
    if (receipt) return ofReceipt(http, receipt, params.hash);
    throw new CheckFailure('protocol', 'The node says that the transaction is included, but has no receipt of it.');
  }
  const unknown: Finding = {
    state: 'unknown',
    reason: 'This node does not know the hash: never sent, dropped, on another network, or not here yet.',
    confirmations: null,
    nonceGap: null,
    notes: [],
  };
  if (params.from === undefined || params.nonce === undefined) return unknown;
  const nonce = Number(params.nonce);
  const next = await nonceOf(http, params.from, 'latest');
  if (next > nonce) {
    return {
      ...unknown,
      state: 'replaced',
      reason: `Nonce ${nonce} of the account is used, and not by this transaction: another one took its place.`,
      nonceGap: 0,
    };
  }
  return { ...unknown, nonceGap: nonce - next };
}

/** Not included, but in the node's pool: why does it wait? */
async function ofPool(http: Http, transaction: Fields, hash: string): Promise<Finding> {
  const from = transaction.from;
  if (typeof from !== 'string' || !/^0x[0-9a-f]{40}$/i.test(from))
    throw new CheckFailure('protocol', 'The pending transaction has no sender.');
  const nonce = quantity(transaction.nonce, 'The transaction’s nonce');
  const [next, afterPool] = await Promise.all([nonceOf(http, from, 'latest'), nonceOf(http, from, 'pending')]);
  const pending = {
    state: 'pending',
    confirmations: 0,
    notes: [`Nonce ${nonce}; the account’s next is ${next}, and ${afterPool} behind what is pending.`],
  } as const;
  if (next > nonce) {
    // It may have been included just now.
    const { receipt } = await readReceipt(http, hash);
    if (receipt) return ofReceipt(http, receipt, hash);
    return {
      ...pending,
      notes: [...pending.notes],
      state: 'replaced',
      reason: `Nonce ${nonce} of the account is used by another transaction, which took its place.`,
      confirmations: null,
      nonceGap: 0,
    };
  }
  const fee = await feeProblem(http, transaction);
  return {
    ...pending,
    notes: [...pending.notes],
    reason: waitReason(nonce, next, afterPool, fee),
    nonceGap: nonce - next,
  };
}

function waitReason(nonce: number, next: number, afterPool: number, fee: string | null): string {
  const also = fee === null ? '' : ` Besides, ${fee}`;
  if (nonce === next)
    return fee === null
      ? 'It is next in line, and its fee is high enough: it waits for a block.'
      : `It is next in line, but ${fee}`;
  if (afterPool < nonce)
    return `Nonce gap: nonce ${afterPool} of the account is missing, so nonce ${nonce} cannot be included.${also}`;
  const count = nonce - next;
  return `It waits behind ${count} earlier pending ${count === 1 ? 'transaction' : 'transactions'} of the account, from nonce ${next} on.${also}`;
}

/** Whether its maximum fee is below the newest block's base fee: then no block may include it. */
async function feeProblem(http: Http, transaction: Fields): Promise<string | null> {
  const block = asObject((await jsonRpc(http, 'eth_getBlockByNumber', ['latest', false])).result, 'The newest block');
  // Chains without EIP-1559 have no base fee.
  if (!block || block.baseFeePerGas === undefined || block.baseFeePerGas === null) return null;
  const base = wei(block.baseFeePerGas, 'The base fee');
  const most = wei(transaction.maxFeePerGas ?? transaction.gasPrice, 'The transaction’s fee');
  return most < base
    ? `its maximum fee, ${gwei(most)}, is below the base fee, ${gwei(base)}: no block may include it.`
    : null;
}

async function nonceOf(http: Http, address: string, at: 'latest' | 'pending'): Promise<number> {
  return quantity(
    (await jsonRpc(http, 'eth_getTransactionCount', [address, at])).result,
    `The account’s nonce (${at})`,
  );
}

function wei(value: unknown, what: string): bigint {
  if (typeof value === 'string' && /^0x[0-9a-f]{1,64}$/i.test(value)) return BigInt(value);
  throw new CheckFailure('protocol', `${what} is not a quantity: ${JSON.stringify(value)?.slice(0, 80) ?? 'nothing'}.`);
}

function gwei(amount: bigint): string {
  const value = Number(amount) / 1e9;
  return `${value >= 0.001 || value === 0 ? Math.round(value * 1000) / 1000 : value.toPrecision(3)} gwei`;
}

/** Runs the call again on the state before its block, then on that of its block, and reads the error. */
async function revertReason(http: Http, receipt: Fields, block: number, hash: string): Promise<string> {
  const transaction = await readTransaction(http, hash);
  if (!transaction) return 'Reverted; the node no longer has the transaction, so the reason cannot be found.';
  const { from, to, input, data, value, gas } = transaction;
  const call = { from, to: to ?? undefined, data: input ?? data, value, gas };
  for (const at of [Math.max(0, block - 1), block]) {
    try {
      await jsonRpc(http, 'eth_call', [call, `0x${at.toString(16)}`]);
    } catch (error) {
      if (error instanceof JsonRpcError) return explainRevert(error);
      // The receipt says what matters; why is a courtesy that may fail.
      if (error instanceof CheckFailure) return `Reverted; the call could not be run again: ${error.message}`;
      throw error;
    }
  }
  const spentAll = typeof gas === 'string' && gas === receipt.gasUsed;
  return spentAll
    ? 'Out of gas: it used all the gas that its limit allowed.'
    : 'Reverted, but the same call works now: what it depended on has changed since.';
}

/** The reason behind a node's error: revert data first, then the node's own words. */
async function explainRevert(error: JsonRpcError): Promise<string> {
  const data = revertData(error.data);
  if (data !== null && data.length >= 10) return decodeRevert(data);
  const words = error.rpcMessage.trim();
  const said = /^(?:vm exception while processing transaction:\s*)?(?:execution reverted|revert(?:ed)?):?\s*(.*)$/is
    .exec(words)?.[1]
    ?.trim();
  if (said) return said;
  if (said === '') return 'Reverted without a reason.';
  return words === '' ? `Reverted; the node gives error ${error.rpcCode} and no reason.` : words;
}

/** Nodes put it into `data` itself, or into an object below it. */
function revertData(data: unknown): string | null {
  if (typeof data === 'string') return /^0x[0-9a-f]*$/i.exec(data.replace(/^Reverted /, ''))?.[0] ?? null;
  if (data === null || typeof data !== 'object') return null;
  const inner = data as Fields;
  return revertData(inner.data ?? inner.result ?? null);
}

/** `Error(string)`, `Panic(uint256)`, or the selector of a custom error. */
async function decodeRevert(data: string): Promise<string> {
  // Loaded here, since few transactions come this far and viem is large.
  const { decodeErrorResult } = await import('viem/utils');
  const standard = [
    { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
    { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
  ] as const;
  try {
    const decoded = decodeErrorResult({ abi: standard, data: data as `0x${string}` });
    if (decoded.errorName === 'Error') return decoded.args[0];
    const code = Number(decoded.args[0]);
    return `Panic 0x${code.toString(16).padStart(2, '0')}: ${panics[code] ?? 'an internal check of the contract failed'}`;
  } catch {
    return `Custom error ${data.slice(0, 10)}`;
  }
}

/** Source: Solidity documentation, "Panic via assert and Error via require". */
const panics: Readonly<Record<number, string>> = {
  1: 'an assertion failed',
  17: 'an arithmetic operation overflowed',
  18: 'a division by zero',
  33: 'a value outside its enumeration',
  34: 'a storage byte array is encoded wrongly',
  49: 'an empty list was popped',
  50: 'a list index is out of bounds',
  65: 'too much memory was allocated',
  81: 'an uninitialised internal function was called',
};
