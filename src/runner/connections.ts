import { subscribe } from 'node:diagnostics_channel';

/** How many connections this thread has made to each host, counted from `fetch`'s own reports. */
export interface Connections {
  /** `host` with its port. */
  made(url: URL): number;
}

/** Listens to Node's documented channel; where it says nothing, the count stays 0. */
export function countConnections(): Connections {
  const counts = new Map<string, number>();
  const key = (protocol: string, host: string): string => `${protocol}//${host}`;
  subscribe('undici:client:connected', (message) => {
    const { connectParams } = message as { connectParams?: { protocol?: string; host?: string } };
    const name = key(connectParams?.protocol ?? '', connectParams?.host ?? '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return { made: (url) => counts.get(key(url.protocol, url.host)) ?? 0 };
}
