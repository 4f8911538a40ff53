import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Live } from '../live/live.ts';
import { type ApiError, apiErrorSchema } from '../schemas/api.ts';
import type { Allow, Permission } from './permission.ts';

/** What the API speaks for, and to whom. */
export interface ApiOptions {
  live: Live;
  allow: Allow;
  /** Aborted when the server closes: streams end. */
  closing: AbortSignal;
  /** Tells the operator of what broke. */
  say: (text: string) => void;
}

type Request = NonNullable<RouteConfig['request']>;

interface ApiRoute<Q extends Request> {
  method: 'get' | 'post';
  /** Below `/api/v1`. */
  path: string;
  summary: string;
  /** Whoever asks must have it. It is a field of its own, so that no route can forget it. */
  permission: Permission;
  request: Q;
  /** The answer when all is well; `null` is a stream of events. */
  answer: z.ZodType | null;
  status?: 200 | 202;
}

/** Describes a route for the app and for its OpenAPI document, and guards it by its permission. */
export function apiRoute<const Q extends Request>(allow: Allow, route: ApiRoute<Q>) {
  const { method, path, summary, permission, request, answer, status = 200 } = route;
  const content =
    answer === null
      ? { 'text/event-stream': { schema: { type: 'string' as const } } }
      : { 'application/json': { schema: answer } };
  return createRoute({
    method,
    path,
    summary: `${summary} Needs the permission \`${permission}\`.`,
    request,
    middleware: [guard(allow, permission)],
    responses: {
      [status]: { description: summary, content },
      default: { description: 'Why not.', content: { 'application/json': { schema: apiErrorSchema } } },
    },
  });
}

function guard(allow: Allow, permission: Permission): MiddlewareHandler {
  return async (context, next) =>
    allow(permission, context.req.raw) ? next() : refuse(context, 403, notAllowed(permission));
}

/** An answer that says why not. */
export function refuse(context: Context, status: ContentfulStatusCode, error: ApiError): Response {
  return context.json({ error }, status);
}

export function notFound(message: string): ApiError {
  return { code: 'not-found', message, hint: 'See `/api/v1/openapi.json` for what there is.', parameter: null };
}

const notAllowed = (permission: Permission): ApiError => ({
  code: 'not-allowed',
  message: `This needs the permission \`${permission}\`.`,
  hint: 'Ask whoever runs this server.',
  parameter: null,
});
