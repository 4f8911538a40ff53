import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** An answer as the healthy service gave it. */
export interface Healthy {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** One exchange that is to be spoilt. */
export interface Spoilt {
  response: ServerResponse;
  /** Resets the TCP connection, under TLS too. */
  reset(): void;
  /** Asks the healthy service. */
  healthy(): Promise<Healthy>;
}

export type Spoil = (spoilt: Spoilt) => void | Promise<void>;

/** A proxy before one target of one block, which spoils what passes through it. */
export interface Spoiler extends AsyncDisposable {
  url: string;
  /** Requests since `begin`. */
  readonly asked: number;
  /** How many of them were spoilt. */
  readonly spoilt: number;
  /** Spoils requests from the `from`-th on (1 is the first); `null` lets all pass. */
  begin(spoil: Spoil | null, from?: number): void;
  /** Spoils each connection before anything is said on it. */
  beginConnection(spoil: ((socket: Socket) => void) | null): void;
}

export interface SpoilerOptions {
  /** Where the healthy service is. */
  to: string;
  /** The authority that signed the service's certificate. */
  ca: string | null;
  /** With a certificate it speaks TLS itself. */
  pair: { key: string; cert: string } | null;
}

export async function startSpoiler({ to, ca, pair }: SpoilerOptions): Promise<Spoiler> {
  let spoil: Spoil | null = null;
  let onConnection: ((socket: Socket) => void) | null = null;
  let from = 1;
  let asked = 0;
  let spoilt = 0;
  const sockets = new Set<Socket>();

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked += 1;
    const turn = asked;
    const body = await whole(request);
    response.shouldKeepAlive = false;
    const healthy = (): Promise<Healthy> => ask(to, request, body, ca);
    const { remotePort } = request.socket;
    const reset = (): void => {
      for (const socket of sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
    };
    if (spoil && turn >= from) {
      spoilt += 1;
      return spoil({ response, reset, healthy });
    }
    const { status, headers, body: answer } = await healthy();
    response.writeHead(status, passed(headers)).end(answer);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => {});
    serve(request, response).catch(() => response.destroy());
  };
  const inner = pair ? https.createServer(pair, listener) : http.createServer(listener);
  inner.on('tlsClientError', () => {});
  // A server of its own before the one that speaks HTTP: a connection can be spoilt before it does.
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (onConnection) onConnection(socket);
    else inner.emit('connection', socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${pair ? 'https' : 'http'}://127.0.0.1:${port}${new URL(to).pathname.replace(/\/$/, '')}`,
    get asked() {
      return asked;
    },
    get spoilt() {
      return spoilt;
    },
    begin(next, first = 1) {
      spoil = next;
      from = first;
      asked = 0;
      spoilt = 0;
      for (const socket of sockets) socket.destroy();
    },
    beginConnection(next) {
      onConnection = next;
      for (const socket of sockets) socket.destroy();
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function ask(to: string, request: IncomingMessage, body: Buffer, ca: string | null): Promise<Healthy> {
  const url = new URL(`${new URL(to).origin}${request.url ?? '/'}`);
  const { host: _, connection: __, ...headers } = request.headers;
  const options = { method: request.method ?? 'GET', headers, agent: false as const, ...(ca === null ? {} : { ca }) };
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const outgoing = client.request(url, options, (incoming) => {
      whole(incoming).then(
        (answer) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: answer }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The headers of an answer that can be sent on with a body of its own length. */
function passed({ 'transfer-encoding': _, connection: __, ...headers }: http.IncomingHttpHeaders) {
  return headers;
}
