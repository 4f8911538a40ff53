/** An HTTP or HTTPS server on loopback whose answers, listener and certificate can be spoilt while it runs. */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { End } from '../fault.ts';
import { LabError } from '../lab-error.ts';
import type { Stoppable } from '../service.ts';
import { type Answer, type Handle, jsonError } from './answer.ts';
import { readQuestion } from './read-question.ts';

const host = '127.0.0.1';
const reopenAttempts = 40;
const reopenPauseMs = 50;

/** A key and a certificate, both PEM. */
export interface KeyPair {
  key: string;
  cert: string;
}

/** One request on its way to an answer, as a transport fault sees it. */
export interface Exchange {
  response: ServerResponse;
  /** What the healthy service answers. */
  answer(): Promise<Answer>;
  /** Resets the TCP connection, under TLS too. */
  reset(): void;
  /** Aborted when the fault is mended or the server stops. */
  mended: AbortSignal;
}

export type Interceptor = (exchange: Exchange) => void | Promise<void>;

export interface LabServer extends Stoppable {
  port: number;
  /** Hands every request to the interceptor, until the returned function is called. */
  intercept(interceptor: Interceptor): End;
  /** Closes the listener and all connections, so that connecting is refused; the port stays the same. */
  refuse(): Promise<End>;
  /** Ends all connections and presents another certificate from now on (HTTPS only). */
  present(pair: KeyPair): void;
}

/** Its body as it goes over the wire. */
export const bytesOf = ({ body }: Answer): Buffer => (typeof body === 'string' ? Buffer.from(body) : Buffer.from(body));

/** Writes an answer in full. */
export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const body = bytesOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.end(body);
}

/** Starts a server on a free port of 127.0.0.1; with a key pair it speaks TLS. */
export async function startServer(handle: Handle, pair?: KeyPair): Promise<LabServer> {
  const sockets = new Set<Socket>();
  let interceptor: Interceptor | null = null;
  let mended = new AbortController();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // One connection for each request: from a client's pool, an old one would hide a fault set in between.
    response.shouldKeepAlive = false;
    const answer = async () => handle(await readQuestion(request));
    if (!interceptor) return send(response, await answer());
    const { remotePort } = request.socket;
    const reset = (): void => {
      for (const socket of sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
    };
    await interceptor({ response, answer, reset, mended: mended.signal });
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: unknown) =>
      response.headersSent
        ? response.destroy()
        : send(response, jsonError(500, 'internal', error instanceof Error ? error.message : '')),
    );
  };
  const tlsServer = pair ? https.createServer({ ...pair }, listener) : null;
  const server = tlsServer ?? http.createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      hangUp();
    });

  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    intercept(next) {
      interceptor = next;
      return () => {
        interceptor = null;
        mended.abort();
        mended = new AbortController();
      };
    },
    async refuse() {
      await close();
      return () => reopen(server, port);
    },
    present(next) {
      tlsServer?.setSecureContext(next);
      hangUp();
    },
    async stop() {
      mended.abort();
      if (server.listening) await close();
    },
  };
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** While the listener was closed, an outgoing connection may have borrowed its port for a moment. */
async function reopen(server: http.Server, port: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (attempt === reopenAttempts) throw portTaken(port, error);
      await sleep(reopenPauseMs);
    }
  }
}

function portTaken(port: number, cause: unknown): LabError {
  return new LabError(
    'port-taken',
    `The service cannot come back: another process has taken its port ${port}. Stop the lab and start it again.`,
    { cause },
  );
}
