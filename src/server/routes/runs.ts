import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { type ApiError, liveRunSchema, runRequestSchema } from '../../schemas/api.ts';
import { type ApiOptions, apiRoute, notFound, refuse } from '../api-route.ts';
import { events } from '../sse.ts';

const statusOf: Partial<Record<ApiError['code'], 404 | 429>> = { 'unknown-block': 404, 'too-many': 429 };

/** Starting runs, and following them. */
export function addRunRoutes(app: OpenAPIHono, { live, allow, closing }: ApiOptions): void {
  app.openapi(
    apiRoute(allow, {
      method: 'post',
      path: '/runs',
      summary: 'Runs blocks; one that is running already is joined.',
      permission: 'run',
      request: { body: { required: true, content: { 'application/json': { schema: runRequestSchema } } } },
      answer: z.strictObject({ id: z.string() }),
      status: 202,
    }),
    async (context) => {
      const started = await live.start(context.req.valid('json'));
      if ('code' in started) return refuse(context, statusOf[started.code] ?? 400, started);
      return context.json({ id: started.state.id }, 202);
    },
  );

  const runId = { params: z.strictObject({ id: z.string().max(100) }) };
  const noRun = notFound('There is no such run, or it ended a while ago.');

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/runs/{id}',
      summary: 'How a run stands.',
      permission: 'view',
      request: runId,
      answer: liveRunSchema,
    }),
    (context) => {
      const record = live.run(context.req.valid('param').id);
      return record ? context.json(record.state, 200) : refuse(context, 404, noRun);
    },
  );

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/runs/{id}/events',
      summary: 'The events of a run, from its beginning to its end.',
      permission: 'view',
      request: runId,
      answer: null,
    }),
    (context) => {
      const record = live.run(context.req.valid('param').id);
      if (!record) return refuse(context, 404, noRun);
      const { log } = record;
      const after = context.req.header('last-event-id') ?? log.beginning;
      return events(
        context,
        (tell, end) => {
          const { stop, isWhole } = log.follow(after, (entry) => {
            tell(entry);
            if (entry.event.type === 'end') end();
          });
          if (!isWhole) end();
          return stop;
        },
        closing,
      );
    },
  );
}
