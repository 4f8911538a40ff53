import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';

export interface RunningServer {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves a built site on 127.0.0.1: on `port` if it is free, else on one that is. */
export async function listen(site: string, port: number): Promise<RunningServer> {
  const hosts: string[] = [];
  const app = createApp({ site, hosts });
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
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
