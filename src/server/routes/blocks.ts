import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { blocksSchema, evidenceAnswerSchema, healthSchema } from '../../schemas/api.ts';
import { type ApiOptions, apiRoute, notFound, refuse } from '../api-route.ts';

/** What is known of the blocks. */
export function addBlockRoutes(app: OpenAPIHono, { live, allow }: ApiOptions): void {
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
      if (!blocks) return refuse(context, 404, notFound('There is no such page.'));
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
      if (!evidence) return refuse(context, 404, notFound('There is no such block.'));
      return context.json({ block, evidence }, 200);
    },
  );
}

const now = (): string => new Date().toISOString();
