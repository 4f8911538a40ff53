import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ApiError, packetAnswerSchema } from '../../schemas/api.ts';
import { packetDraftSchema } from '../../schemas/packet.ts';
import { type ApiOptions, apiRoute, refuse } from '../api-route.ts';

const statusOf: Partial<Record<ApiError['code'], 404>> = { 'not-found': 404 };

/** Making the packet that a case is handed on with. Nothing of it is kept. */
export function addPacketRoute(app: OpenAPIHono, { live, allow }: ApiOptions): void {
  app.openapi(
    apiRoute(allow, {
      method: 'post',
      path: '/packets',
      summary: 'Makes a packet of what was found and said: secrets are refused, the rest is redacted and sealed.',
      permission: 'run',
      request: { body: { required: true, content: { 'application/json': { schema: packetDraftSchema } } } },
      answer: packetAnswerSchema,
    }),
    async (context) => {
      const made = await live.packet(context.req.valid('json'));
      if ('code' in made) return refuse(context, statusOf[made.code] ?? 400, made);
      return context.json(made, 200);
    },
  );
}
