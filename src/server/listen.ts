import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Live } from '../live/live.ts';
import { createApp } from './app.ts';

export interface ListenOptions {
  /** Absolute path of the built site. */
  site: string;
  /** The port if it is free, else one that is. 0: any. */
  port: number;
  live?: Live | null;
  /** The address that people use, where a proxy stands in between. */
  origin?: string | null;
  say?: (text: string) => void;
}

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves a built site, and its API where there is a `live`, on 127.0.0.1 and nowhere else. */
export async function listen({
  site,
  port,
  live = null,
  origin = null,
  say = () => {},
}: ListenOptions): Promise<RunningServer> {
  const hosts: string[] = [];
  const closing = new AbortController();
  const app = createApp({ site, live, own: { hosts, origin }, closing: closing.signal, say });
  const server = createServer(getRequestListener(app.fetch));
  const bind = (wanted: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  const bound = await bind(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return bind(0);
    throw error;
  });
  hosts.push(`127.0.0.1:${bound}`, `localhost:${bound}`);
  return {
    url: `http://127.0.0.1:${bound}/`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
