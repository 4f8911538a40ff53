/** How another process uses a running lab: an endpoint on loopback, guarded by a token in its path. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type World, type WorldState, worldStateSchema } from './contract.ts';
import { type Answer, json, jsonError, type Question } from './http/answer.ts';
import { startServer } from './http/lab-server.ts';
import { LabError } from './lab-error.ts';
import type { Stoppable } from './service.ts';

const tokenBytes = 24;
/** `break` may have to make a certificate, `mend` to get a port back. */
const timeoutMs = 10_000;

type Faults = Pick<World, 'break' | 'mend' | 'broken'>;

const breakSchema = z.strictObject({ fault: z.string() });
const mendSchema = z.strictObject({ fault: z.string().optional() });
const replySchema = z.object({ ...worldStateSchema.shape, broken: z.array(z.string()) });

export interface Control extends Stoppable {
  /** Ends in the token, without a slash. */
  url: string;
}

/** Serves `GET /state`, `POST /break {fault}` and `POST /mend {fault?}`; each answers the state and what is broken. */
export async function serveControl(describe: (controlUrl: string) => WorldState, faults: Faults): Promise<Control> {
  const prefix = `/${randomBytes(tokenBytes).toString('hex')}`;
  const actions: Readonly<Record<string, (body: string) => Promise<void> | void>> = {
    'GET /state': () => undefined,
    'POST /break': (body) => faults.break(breakSchema.parse(JSON.parse(body)).fault),
    'POST /mend': (body) => faults.mend(mendSchema.parse(JSON.parse(body || '{}')).fault),
  };
  const server = await startServer(async ({ method, path, body }: Question): Promise<Answer> => {
    const action = path.startsWith(`${prefix}/`) ? actions[`${method} ${path.slice(prefix.length)}`] : undefined;
    if (!action) return jsonError(404, 'not-found', 'There is nothing here.');
    try {
      await action(body);
    } catch (error) {
      if (error instanceof LabError) return jsonError(422, error.code, error.message);
      return jsonError(400, 'bad-request', 'Send JSON: {"fault": "bsc-rpc.stale-head"}.');
    }
    return json({ ...describe(url), broken: faults.broken() });
  });
  const url = `http://127.0.0.1:${server.port}${prefix}`;
  return { url, stop: server.stop };
}

/**
 * A running lab as another process sees it; `null` when it is gone. Its `stop` does nothing: who started the
 * lab ends it. `broken()` is as of this client's last exchange with it.
 */
export async function connectWorld(state: WorldState): Promise<World | null> {
  let broken: string[] = [];

  async function exchange(path: string, body?: object): Promise<void> {
    const response = await fetch(`${state.controlUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const reply: unknown = await response.json();
    if (!response.ok) throw refusal(reply);
    const parsed = replySchema.parse(reply);
    if (parsed.startedAt !== state.startedAt) throw new Error('Another lab answers there.');
    broken = parsed.broken;
  }
  try {
    await exchange('/state');
  } catch {
    return null;
  }
  return {
    state,
    broken: () => [...broken],
    break: (fault) => exchange('/break', { fault }),
    mend: (fault) => exchange('/mend', fault === undefined ? {} : { fault }),
    stop: async () => undefined,
  };
}

const refusalSchema = z.object({
  error: z.object({
    code: z.enum(['unknown-name', 'not-running', 'stopped', 'port-taken', 'missing-tool', 'start-failed']),
    message: z.string(),
  }),
});

function refusal(reply: unknown): Error {
  const parsed = refusalSchema.safeParse(reply);
  if (parsed.success) return new LabError(parsed.data.error.code, parsed.data.error.message);
  return new LabError('not-running', 'The lab refused that. Start it again with `runlight lab`.');
}
