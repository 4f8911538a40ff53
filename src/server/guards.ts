import type { MiddlewareHandler } from 'hono';
import type { ApiError } from '../schemas/api.ts';
import { isOwnHost, isOwnOrigin, type OwnNames } from './own-host.ts';

/** A page of another origin could point a name of its own at 127.0.0.1; it must not be served. */
export function ownHostOnly(own: OwnNames): MiddlewareHandler {
  return async (context, next) => {
    if (isOwnHost(context.req.header('host'), own)) return next();
    return context.text('This server answers only to its own name.\n', 421);
  };
}

/**
 * Writing needs the site's own origin and JSON: a form of another site can send neither, and there are
 * no CORS headers that would let its scripts.
 */
export function ownWritesOnly(own: OwnNames): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const site = context.req.header('sec-fetch-site');
    if (!isOwnOrigin(context.req.header('origin'), own) || (site !== undefined && site !== 'same-origin'))
      return context.json({ error: wrongOrigin }, 403);
    const type = context.req.header('content-type') ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type)) return context.json({ error: wrongType }, 415);
    return next();
  };
}

const wrongOrigin: ApiError = {
  code: 'wrong-origin',
  message: 'This did not come from a page of this site.',
  hint: 'Open the site by the address that the server printed, and press there.',
  parameter: null,
};
const wrongType: ApiError = {
  code: 'bad-request',
  message: 'Expected JSON.',
  hint: 'Send `content-type: application/json`.',
  parameter: null,
};

/** What every answer says to browsers. The pages carry their own Content-Security-Policy. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('x-frame-options', 'DENY');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cross-origin-resource-policy', 'same-origin');
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-cache');
};
