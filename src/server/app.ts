import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { isOwnHost } from './own-host.ts';

export interface AppOptions {
  /** Absolute path of the built internal site. */
  site: string;
  /** `host:port` names that requests may be for. */
  hosts: readonly string[];
}

/** The internal site. Reading is all that this version can do: every other method is refused. */
export function createApp({ site, hosts }: AppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    // A page of another origin could point a name of its own at 127.0.0.1; it must not be served.
    if (!isOwnHost(context.req.header('host'), hosts))
      return context.text('This server answers only to its own name on this machine.\n', 421);
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      return context.text('Only reading is possible here.\n', 405, { allow: 'GET, HEAD' });
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('x-frame-options', 'DENY');
    context.header('cache-control', 'no-cache');
    return undefined;
  });
  app.use(serveStatic({ root: site }));
  app.notFound(async (context) => {
    const page = await serveStatic({ root: site, path: '404.html' })(context, async () => {});
    return page instanceof Response
      ? new Response(page.body, { status: 404, headers: page.headers })
      : context.text('There is no such page.\n', 404);
  });
  return app;
}
