import { z } from 'zod';
import { CheckFailure } from './failure.ts';
import type { Http } from './http.ts';
import { saysLimit } from './limit.ts';

const errorSchema = z.looseObject({ code: z.number(), message: z.string().default(''), data: z.unknown().optional() });
const answerSchema = z.looseObject({
  jsonrpc: z.string().optional(),
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  result: z.unknown().optional(),
  error: errorSchema.nullish(),
});

/** A node's own error: it answered, and said no. Uncaught, it ends the check as `protocol`. */
export class JsonRpcError extends CheckFailure {
  readonly rpcCode: number;
  readonly rpcMessage: string;
  readonly data: unknown;

  constructor(method: string, error: z.infer<typeof errorSchema>) {
    super('protocol', `\`${method}\` was answered with error ${error.code}: ${error.message}`);
    this.rpcCode = error.code;
    this.rpcMessage = error.message;
    this.data = error.data;
  }
}

/** Error codes that say that we ask too often. -32005 is EIP-1474's; elsewhere it means something else. */
const evmLimitCodes: readonly number[] = [-32005, 429];

/**
 * One JSON-RPC 2.0 call. A limit inside a 200 (one of `limitCodes`, or its usual words) is
 * `rate-limited`; an answer without `result` and `error`, or with another request's id, is `protocol`.
 * `limitCodes` are those of EVM chains (-32005 and 429) where nothing else is said.
 * Source: eips.ethereum.org/EIPS/eip-1474.
 */
export async function jsonRpc(
  http: Http,
  method: string,
  params: readonly unknown[] = [],
  { limitCodes = evmLimitCodes }: { limitCodes?: readonly number[] } = {},
): Promise<{ result: unknown; durationMs: number }> {
  const answer = await http('', { method: 'POST', json: { jsonrpc: '2.0', id: 1, method, params } });
  const parsed = answerSchema.safeParse(answer.json());
  if (!parsed.success)
    throw new CheckFailure('protocol', `\`${method}\` was answered with JSON that is no JSON-RPC answer.`);
  const { error, result, id } = parsed.data;
  // Some nodes give it back as a text, and errors may come without; another id is another's answer.
  if (id !== undefined && id !== null && String(id) !== '1') {
    throw new CheckFailure('protocol', `\`${method}\` got the answer to another request: its id is not ours.`);
  }
  if (error) {
    if (limitCodes.includes(error.code) || saysLimit(error.message)) {
      throw new CheckFailure(
        'rate-limited',
        `The node answered 200, but said ${error.code}: ${error.message || 'limit exceeded'}.`,
      );
    }
    throw new JsonRpcError(method, error);
  }
  if (!('result' in parsed.data) || result === undefined) {
    throw new CheckFailure('protocol', `\`${method}\` was answered without \`result\` and without \`error\`.`);
  }
  return { result, durationMs: answer.durationMs };
}

/** A JSON-RPC quantity (`0x1a`) as a number; `protocol` when it is not one or is too large to be exact. */
export function quantity(value: unknown, what: string): number {
  if (typeof value === 'string' && /^0x[0-9a-f]{1,64}$/i.test(value)) {
    const number = Number(BigInt(value));
    if (Number.isSafeInteger(number)) return number;
  }
  throw new CheckFailure('protocol', `${what} is not a quantity: ${JSON.stringify(value)?.slice(0, 80) ?? 'nothing'}.`);
}
