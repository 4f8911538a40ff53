import type { IncomingMessage } from 'node:http';
import { type Loopback, serve } from './loopback.ts';

/** Answers by method; a function is given the parameters. `RpcError` becomes the answer's `error`. */
export type Methods = Record<string, unknown>;

export class RpcError {
  readonly error: { code: number; message: string; data?: unknown };

  constructor(code: number, message: string, data?: unknown) {
    this.error = { code, message, ...(data === undefined ? {} : { data }) };
  }
}

/** A JSON-RPC server of which a test says every answer. */
export async function serveNode(methods: Methods): Promise<Loopback & { methods: Methods; asked: string[] }> {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    void readJson(request).then(async ({ id, method, params }) => {
      asked.push(method);
      const answer = methods[method];
      const result: unknown = await (typeof answer === 'function'
        ? (answer as (...given: unknown[]) => unknown)(...params)
        : answer);
      if (result === undefined)
        return response.end(
          JSON.stringify({
            jsonrpc: '2.0',
            id,
            error: { code: -32601, message: `the method ${method} does not exist` },
          }),
        );
      const body = result instanceof RpcError ? { error: result.error } : { result };
      return response.end(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    });
  });
  return Object.assign(Object.create(server) as Loopback, { methods, asked });
}

async function readJson(request: IncomingMessage): Promise<{ id: number; method: string; params: unknown[] }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as { id: number; method: string; params: unknown[] };
}

export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** 32 bytes, all the same. */
export const hash = (digit: string): string => `0x${digit.repeat(64)}`;
