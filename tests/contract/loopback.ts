import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net';

/** A server on a free loopback port that closes with the test: `await using server = await serve(…)`. */
export interface Loopback extends AsyncDisposable {
  url: string;
  port: number;
  /** Requests (or connections, of a raw server) so far. */
  readonly count: number;
}

/** Answers HTTP. */
export async function serve(listener: RequestListener): Promise<Loopback> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    listener(request, response);
  });
  return open(
    server,
    () => count,
    () => server.closeAllConnections(),
  );
}

/** Answers bytes: for what a proper HTTP server would not do. */
export async function serveBytes(onRequest: (socket: Socket) => void): Promise<Loopback> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => onRequest(socket));
  });
  return open(
    server,
    () => count,
    () => {
      for (const socket of sockets) socket.destroy();
    },
  );
}

/** A port at which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = await serveBytes(() => {});
  await server[Symbol.asyncDispose]();
  return server.port;
}

async function open(server: Server | RawServer, count: () => number, cut: () => void): Promise<Loopback> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get count() {
      return count();
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        cut();
      });
    },
  };
}
