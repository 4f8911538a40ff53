import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

/** Serves the built site in the folder `site`: only reading, and the site's own page for what is not there. */
export function serveSite(app: Hono, site: string): void {
  app.use(async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      return context.text('Only reading is possible here.\n', 405, { allow: 'GET, HEAD' });
    return next();
  });
  app.use(serveStatic({ root: site }));
  app.notFound(async (context) => {
    const page = await serveStatic({ root: site, path: '404.html' })(context, async () => {});
    return page instanceof Response
      ? new Response(page.body, { status: 404, headers: page.headers })
      : context.text('There is no such page.\n', 404);
  });
}
