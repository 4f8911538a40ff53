import type { OpenAPIHono } from '@hono/zod-openapi';
import type { PageEvent } from '../../schemas/api.ts';
import { type ApiOptions, apiRoute } from '../api-route.ts';
import { events } from '../sse.ts';

/** The stream that all pages listen to. */
export function addEventRoute(app: OpenAPIHono, { live, allow, closing }: ApiOptions): void {
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
}

const now = (): string => new Date().toISOString();
