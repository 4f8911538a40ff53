import { z } from 'zod';
import { RpcError } from '../chain/rpc-client.ts';
import type { End } from '../fault.ts';
import { type Answer, json, type Question } from '../http/answer.ts';
import type { Layer, Next } from './layer.ts';

const callSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number(), z.null()]).default(null),
  method: z.string(),
  params: z.array(z.unknown()).default([]),
});

/** JSON-RPC 2.0 over HTTP before a node, with layers between the two that come and go. */
export interface RpcEndpoint {
  answer(question: Question): Promise<Answer>;
  /** Lays a view over the node; the one laid last is asked first. */
  lay(layer: Layer): End;
}

export function createRpcEndpoint(node: Next): RpcEndpoint {
  let layers: readonly Layer[] = [];

  async function reply(input: unknown): Promise<object> {
    const parsed = callSchema.safeParse(input);
    if (!parsed.success) return failure(null, -32600, 'invalid request');
    const { id, method, params } = parsed.data;
    const top = layers.reduce<Next>((next, layer) => (call) => layer(call, next), node);
    try {
      return { jsonrpc: '2.0', id, result: (await top({ method, params })) ?? null };
    } catch (error) {
      if (error instanceof RpcError) return failure(id, error.code, error.message, error.data);
      return failure(id, -32603, 'internal error');
    }
  }
  return {
    async answer({ method, body }) {
      if (method !== 'POST') return json(failure(null, -32600, 'POST a JSON-RPC request'), 405);
      let input: unknown;
      try {
        input = JSON.parse(body);
      } catch {
        return json(failure(null, -32700, 'parse error'));
      }
      return json(Array.isArray(input) ? await Promise.all(input.map(reply)) : await reply(input));
    },
    lay(layer) {
      layers = [...layers, layer];
      return () => {
        layers = layers.filter((other) => other !== layer);
      };
    },
  };
}

function failure(id: unknown, code: number, message: string, data?: unknown): object {
  return { jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } };
}
