/** A client that knows nothing of the lab: plain requests, and what came of them. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

export interface Seen {
  /** The status, or the error's code: `ECONNREFUSED`, `timeout`, `CERT_HAS_EXPIRED`. */
  outcome: number | string;
  headers: http.IncomingHttpHeaders;
  /** What arrived of the body. */
  body: string;
  ms: number;
}

export interface AskOptions {
  /** POSTed as JSON. */
  body?: unknown;
  /** Such as a key. */
  headers?: Readonly<Record<string, string>>;
  /** PEM file of the authority to trust. */
  caFile?: string | null;
  timeoutMs?: number;
}

/** One request over a connection of its own; never throws. */
export function ask(
  url: string,
  { body, headers: own = {}, caFile, timeoutMs = 5_000 }: AskOptions = {},
): Promise<Seen> {
  const started = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  const ca = caFile ? { ca: readFileSync(caFile) } : {};
  const method = text === undefined ? 'GET' : 'POST';
  const headers = { ...own, ...(text === undefined ? {} : { 'content-type': 'application/json' }) };
  const client = url.startsWith('https:') ? https : http;
  return new Promise((resolve) => {
    let received = '';
    const done = (outcome: number | string, answered: http.IncomingHttpHeaders = {}): void =>
      resolve({ outcome, headers: answered, body: received, ms: performance.now() - started });
    const request = client.request(url, { method, agent: false, headers, ...ca }, (response) => {
      response.on('data', (chunk: Buffer) => (received += chunk));
      response.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
      response.on('end', () => done(response.statusCode ?? 0, response.headers));
    });
    request.setTimeout(timeoutMs, () => {
      done('timeout');
      request.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    request.end(text);
  });
}

/** The result of one JSON-RPC call; throws the node's error. */
export async function call(url: string, method: string, ...params: unknown[]): Promise<unknown> {
  const { body } = await ask(url, { body: { jsonrpc: '2.0', id: 7, method, params } });
  const { result, error } = JSON.parse(body) as { result?: unknown; error?: object };
  if (error) throw Object.assign(new Error(JSON.stringify(error)), error);
  return result;
}

export interface Block {
  number: number;
  hash: string;
  parentHash: string;
  /** Seconds since it was made. */
  age: number;
  /** Wei. */
  baseFee: number;
}

/** A block by its number or tag. */
export async function block(url: string, at: number | string): Promise<Block> {
  const tag = typeof at === 'number' ? `0x${at.toString(16)}` : at;
  const found = (await call(url, 'eth_getBlockByNumber', tag, false)) as Record<string, string>;
  return {
    number: Number(found.number),
    hash: String(found.hash),
    parentHash: String(found.parentHash),
    age: Date.now() / 1_000 - Number(found.timestamp),
    baseFee: Number(found.baseFeePerGas),
  };
}
