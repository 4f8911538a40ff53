import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { Live } from '../live/live.ts';
import {
  type ApiError,
  blocksSchema,
  evidenceAnswerSchema,
  healthSchema,
  liveRunSchema,
  type PageEvent,
  runRequestSchema,
} from '../schemas/api.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { apiRoute, notFound, refuse } from './api-route.ts';
import type { Allow } from './permission.ts';
import { events } from './sse.ts';

export interface ApiOptions {
  live: Live;
  allow: Allow;
  /** Aborted when the server closes: streams end. */
  closing: AbortSignal;
  /** Tells the operator of what broke. */
  say: (text: string) => void;
}

const bodyBytes = 512 * 1024;
const statusOf: Partial<Record<ApiError['code'], 404 | 429>> = { 'unknown-block': 404, 'too-many': 429 };

/** `/api/v1`: the contract is `src/schemas/api.ts`. */
export function createApi({ live, allow, closing, say }: ApiOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return refuse(context, 400, {
        code: 'bad-request',
        message: issue ? issueSentence(issue) : 'The request does not have the expected form.',
        hint: 'See `/api/v1/openapi.json` for what is expected.',
        parameter: null,
      });
    },
  });
  app.use(bodyLimit({ maxSize: bodyBytes, onError: (context) => refuse(context, 413, tooLarge) }));
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/health',
      summary: 'Whether the server is well.',
      permission: 'view',
      request: {},
      answer: healthSchema,
    }),
    async (context) => {
      const blocks = await live.blocks(null);
      const { environment, startedAt, running } = live;
      return context.json(
        { status: 'ok', environment, at: now(), startedAt, blocks: blocks?.length ?? 0, running } as const,
        200,
      );
    },
  );

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/blocks',
      summary: 'What may be run, with the last verdict and when it was found.',
      permission: 'view',
      request: { query: z.strictObject({ page: z.string().max(500).optional() }) },
      answer: blocksSchema,
    }),
    async (context) => {
      const { page } = context.req.valid('query');
      const blocks = await live.blocks(page ?? null);
      if (!blocks) return refuse(context, 404, notFound(`There is no page \`${page?.slice(0, 200)}\`.`));
      return context.json({ live: true, environment: live.environment, at: now(), blocks } as const, 200);
    },
  );

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/evidence',
      summary: 'What a block’s last proof saw: untrusted text.',
      permission: 'view',
      request: { query: z.strictObject({ block: z.string().max(500) }) },
      answer: evidenceAnswerSchema,
    }),
    async (context) => {
      const { block } = context.req.valid('query');
      const evidence = live.evidence(block);
      if (!evidence) return refuse(context, 404, notFound(`There is no block \`${block.slice(0, 200)}\`.`));
      return context.json({ block, evidence }, 200);
    },
  );

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

  app.openapi(
    apiRoute(allow, {
      method: 'get',
      path: '/events',
      summary: 'How all blocks change, from now on.',
      permission: 'view',
      request: {},
      answer: null,
    }),
    (context) => {
      const after = context.req.header('last-event-id') ?? null;
      return events<PageEvent>(
        context,
        (tell) => {
          const told: Parameters<typeof tell>[0][] = [];
          let isOpen = false;
          const { stop, isWhole } = live.events.follow(after, (entry) => (isOpen ? tell(entry) : told.push(entry)));
          if (!isWhole) tell({ event: { type: 'reset', at: now(), environment: live.environment } });
          for (const entry of told) tell(entry);
          isOpen = true;
          return stop;
        },
        closing,
      );
    },
  );

  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Runlight', version: '1', description: 'Runs the check blocks of the internal site.' },
  });
  app.notFound((context) => refuse(context, 404, notFound('There is no such address.')));
  app.onError((error, context) => {
    if (error instanceof HTTPException)
      return refuse(context, error.status as 400, {
        ...broken,
        code: 'bad-request',
        message: 'The request is not JSON as expected.',
      });
    say(`A request broke inside the server: ${error instanceof Error ? error.message : String(error)}`);
    return refuse(context, 500, broken);
  });
  return app;
}

const now = (): string => new Date().toISOString();

const tooLarge: ApiError = {
  code: 'too-large',
  message: 'The request is too large.',
  hint: 'Ask for fewer blocks at once.',
  parameter: null,
};
const broken: ApiError = {
  code: 'internal',
  message: 'Something broke inside the server.',
  hint: 'Press again; the server’s own output says more.',
  parameter: null,
};
