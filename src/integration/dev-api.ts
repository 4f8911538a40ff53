import { getRequestListener } from '@hono/node-server';
import type { Plugin, ViteDevServer } from 'vite';
import type { Live } from '../live/live.ts';
import type { Project } from '../project/load.ts';
import { createApp } from '../server/app.ts';

/** The blocks of the tree that `astro dev` shows, opened by who starts it. */
export interface DevLive {
  live: Live;
  /** Takes the tree as it is now. */
  follow(project: Project): void;
  /** Services of the lab: in a tree without targets they stand for themselves. */
  services: readonly string[];
  /** Aborted when the server ends: streams end. */
  closing: AbortSignal;
}

/**
 * In `astro dev`, the same API that `npm start` serves, below `base`. It answers to this machine's own
 * names alone, and stands in front of everything else: Vite would let pages of other local servers read
 * from it.
 */
export function devApi({ live, closing }: DevLive, base: string, say: (text: string) => void): Plugin {
  return {
    name: 'runlight-api',
    // Astro puts its own in front when all is set up; ours goes there after it.
    enforce: 'post',
    configureServer(server) {
      const own = {
        origin: null,
        get hosts() {
          return hostsOf(server);
        },
      };
      const app = createApp({ site: null, live, own, closing, say });
      // Astro's pages are made of the global `Response`: it stays as it is.
      const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
      return () => {
        server.middlewares.stack.unshift({
          route: base.replace(/\/$/, ''),
          handle: (request: Parameters<typeof answer>[0], response: Parameters<typeof answer>[1], next: () => void) =>
            /^\/api(?:[/?]|$)/.test(request.url ?? '') ? void answer(request, response) : next(),
        });
      };
    },
  };
}

/** Known once the server listens; it may take another port than the one it was given. */
function hostsOf({ httpServer }: ViteDevServer): string[] {
  const address = httpServer?.address();
  return address && typeof address === 'object'
    ? ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${address.port}`)
    : [];
}
