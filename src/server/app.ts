import { Hono } from 'hono';
import type { Live } from '../live/live.ts';
import { createApi } from './api.ts';
import { ownHostOnly, ownWritesOnly, safeHeaders } from './guards.ts';
import type { OwnNames } from './own-host.ts';
import { allowOnThisMachine } from './permission.ts';
import { redactRefusals } from './redact-refusals.ts';
import { serveSite } from './static-site.ts';

export interface AppOptions {
  /** Absolute path of the built internal site; `null` where something else serves the pages. */
  site: string | null;
  /** What the API speaks for; without it there is only the site. */
  live: Live | null;
  own: OwnNames;
  /** Aborted when the server closes. */
  closing: AbortSignal;
  say: (text: string) => void;
}

/** The internal site and its API. */
export function createApp({ site, live, own, closing, say }: AppOptions): Hono {
  const app = new Hono();
  app.use(safeHeaders, ownHostOnly(own));
  if (live) {
    app.use(
      '/api/*',
      redactRefusals(() => live.secrets),
      ownWritesOnly(own),
    );
    app.route('/api/v1', createApi({ live, allow: allowOnThisMachine, closing, say }));
    app.all('/api/*', (context) => context.json({ error: noSuchAddress }, 404));
  }
  if (site !== null) serveSite(app, site);
  return app;
}

const noSuchAddress = {
  code: 'not-found',
  message: 'There is no such address.',
  hint: 'The API stands below `/api/v1/`.',
  parameter: null,
};
