import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { redact } from '../redact/redact.ts';
import type { ApiError } from '../schemas/api.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { type ApiOptions, refuse } from './api-route.ts';
import { addBlockRoutes } from './routes/blocks.ts';
import { addEventRoute } from './routes/events.ts';
import { addPacketRoute } from './routes/packets.ts';
import { addRunRoutes } from './routes/runs.ts';

const bodyBytes = 512 * 1024;

/** `/api/v1`: the contract is `src/schemas/api.ts`. */
export function createApi(options: ApiOptions): OpenAPIHono {
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

  addBlockRoutes(app, options);
  addRunRoutes(app, options);
  addEventRoute(app, options);
  addPacketRoute(app, options);

  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Runlight', version: '1', description: 'Runs the check blocks of the internal site.' },
  });
  app.onError(async (error, context) => {
    if (error instanceof HTTPException)
      return refuse(context, error.status as 400, {
        ...broken,
        code: 'bad-request',
        message: 'The request is not JSON as expected.',
      });
    const why = error instanceof Error ? error.message : String(error);
    options.say((await redact(`A request broke inside the server: ${why}`)).text);
    return refuse(context, 500, broken);
  });
  return app;
}

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
