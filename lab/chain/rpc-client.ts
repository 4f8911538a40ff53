import http from 'node:http';

const timeoutMs = 10_000;

/** An error that a JSON-RPC node answered with, to be passed on as it is. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export interface RpcClient {
  /** The result of one call; throws RpcError for an error of the node. */
  request(method: string, params?: readonly unknown[]): Promise<unknown>;
  close(): void;
}

interface Reply {
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}

/** A JSON-RPC client for one node on loopback, over connections that it keeps open. */
export function createRpcClient(url: string): RpcClient {
  const agent = new http.Agent({ keepAlive: true });
  return {
    async request(method, params = []) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
      const { result, error } = JSON.parse(await post(url, agent, body)) as Reply;
      if (error) throw new RpcError(error.code, error.message, error.data);
      return result;
    },
    close: () => agent.destroy(),
  };
}

function post(url: string, agent: http.Agent, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(url, { method: 'POST', agent, headers, timeout: timeoutMs });
    request.on('timeout', () => request.destroy(new Error('The node did not answer in time.')));
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    request.end(body);
  });
}
