import { subscribe } from 'node:diagnostics_channel';

/** What this thread's connections have been used for, told by `fetch`'s own reports. */
export interface Connections {
  /** How many were made to this `host` with its port. */
  made(url: URL): number;
  /** Whether a request that ended in this error of `fetch` was not the first on its connection. */
  wasKept(error: unknown): boolean;
}

/** Listens to Node's documented channels; where they say nothing, no connection was made or kept. */
export function countConnections(): Connections {
  const counts = new Map<string, number>();
  const used = new WeakSet<object>();
  const onKept = new WeakSet<object>();
  const ofKept = new WeakSet<object>();
  const key = (protocol: string, host: string): string => `${protocol}//${host}`;
  subscribe('undici:client:connected', (message) => {
    const { connectParams } = message as { connectParams?: { protocol?: string; host?: string } };
    const name = key(connectParams?.protocol ?? '', connectParams?.host ?? '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const { request, socket } = message as { request: object; socket: object };
    if (used.has(socket)) onKept.add(request);
    used.add(socket);
  });
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as { request: object; error: object };
    if (onKept.has(request)) ofKept.add(error);
  });
  return {
    made: (url) => counts.get(key(url.protocol, url.host)) ?? 0,
    wasKept: (error) => error instanceof Error && error.cause instanceof Error && ofKept.has(error.cause),
  };
}
