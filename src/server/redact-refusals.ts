import type { MiddlewareHandler } from 'hono';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { createToolBox } from '../redact/redact.ts';
import { redactJson } from '../redact/redact-json.ts';

/**
 * Every answer that says why not passes here: it may repeat what was sent, and goes back without secrets.
 * What Runlight itself knows has been through redaction where it was found.
 */
export function redactRefusals(secrets: () => DeclaredSecrets | null): MiddlewareHandler {
  const toolsFor = createToolBox();
  return async (context, next) => {
    await next();
    const { res } = context;
    if (res.status < 400 || !res.headers.get('content-type')?.startsWith('application/json')) return;
    const body = await redactJson((await res.json()) as unknown, { secrets: secrets() }, toolsFor);
    const headers = new Headers(res.headers);
    headers.delete('content-length');
    context.res = undefined;
    context.res = new Response(JSON.stringify(body), { status: res.status, headers });
  };
}
