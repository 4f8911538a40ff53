import { CheckFailure, ConfigProblem } from '../checks/failure.ts';
import type { Http, HttpAnswer, HttpRequest } from '../checks/http.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { suggest } from '../text/nearest.ts';
import { addressOf } from './http-address.ts';
import { readAnswer } from './http-answer.ts';
import type { HttpContext } from './http-context.ts';
import { connectionFailure, timeoutFailure } from './http-failure.ts';
import { payFor } from './pay-for.ts';
import { fillTarget } from './secrets.ts';

const maxRedirects = 5;

/** The `http` of one attempt; `name` is `null` where the check has no target. */
export function createHttp(name: string | null, context: HttpContext): Http {
  const target = name === null ? null : findTarget(name, context);
  const filled = target ? fillTarget(target, context.secrets) : null;
  const send = async (path = '', request: HttpRequest = {}): Promise<HttpAnswer> => {
    if (!target || !filled) throw new ConfigProblem('The check asked for its target, but the block names none.');
    context.pending.begin();
    try {
      return await ask({ target, ...filled }, path, request, context);
    } finally {
      context.pending.end();
    }
  };
  return Object.assign(send, {
    to: (other: string) => createHttp(other, context),
    target: target?.name ?? '',
    origin: filled?.url.origin ?? '',
    peers: target?.peers ?? [],
    caFile: target?.caFile ?? null,
  });
}

function findTarget(name: string, { targets }: HttpContext): ResolvedTarget {
  const target = targets.get(name);
  if (!target)
    throw new ConfigProblem(
      `There is no target \`${name}\` in this environment, or the block does not name it.${suggest(name, [...targets.keys()])}`,
    );
  return target;
}

interface Place {
  target: ResolvedTarget;
  url: URL;
  headers: [name: string, value: string][];
}

interface Sent {
  method: string;
  headers: Headers;
  body: string | null;
}

/** One request with its redirects, until an answer is read whole or something is wrong with it. */
async function ask(place: Place, path: string, request: HttpRequest, context: HttpContext): Promise<HttpAnswer> {
  const started = performance.now();
  const name = place.target.name;
  let url = addressOf(place.url, path);
  let sent = compose(place, request);
  const said = `${sent.method} ${path || '/'}${sent.body === null ? '' : ` ${sent.body.slice(0, 400)}`}`;
  for (let redirects = 0; ; redirects += 1) {
    const response = await sendOnce(place, url, sent, context);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null)
      return readAnswer(response, {
        started,
        said,
        name,
        anyStatus: request.anyStatus === true,
        binary: request.binary === true,
        confidential: request.confidential === true,
        context,
      });
    void response.body?.cancel().catch(() => {});
    const next = request.noRedirects
      ? `\`${name}\` redirects to \`${location.slice(0, 200)}\`; it must answer without a redirect.`
      : redirectTo(url, location, redirects, name);
    if (typeof next === 'string') {
      context.exchange(
        () => ({
          title: `\`${name}\` answered ${response.status}`,
          text: `${said}\n\nHTTP ${response.status} ${response.statusText}\nlocation: ${location}`,
        }),
        true,
      );
      throw new CheckFailure('protocol', next);
    }
    sent = follow(sent, response.status);
    url = next;
  }
}

function compose(place: Place, request: HttpRequest): Sent {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'runlight' });
  for (const [name, value] of [...place.headers, ...Object.entries(request.headers ?? {})]) headers.set(name, value);
  const body = request.json === undefined ? (request.body ?? null) : JSON.stringify(request.json);
  if (body !== null && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return { method: request.method ?? (body === null ? 'GET' : 'POST'), headers, body };
}

/** Where a redirect may go: only within the origin, and not for ever. A string says why not. */
function redirectTo(from: URL, location: string, redirects: number, name: string): URL | string {
  const next = URL.parse(location, from);
  if (!next) return `\`${name}\` redirects to something that is no address.`;
  if (next.origin !== from.origin)
    return `\`${name}\` redirects to another origin, \`${next.origin}\`; it was not asked.`;
  if (next.username || next.password)
    return `\`${name}\` redirects to an address with a user name or password in it; it was not asked.`;
  if (redirects === maxRedirects) return `\`${name}\` redirected more than ${maxRedirects} times.`;
  return next;
}

/** The request that follows a redirect. It carries no header of target or check: one may be a credential. */
function follow({ method, headers, body }: Sent, status: number): Sent {
  const kept = new Headers({
    accept: headers.get('accept') ?? '*/*',
    'user-agent': headers.get('user-agent') ?? 'runlight',
  });
  const becomesGet = status === 303 || (status < 303 && method === 'POST');
  if (becomesGet) return { method: method === 'HEAD' ? 'HEAD' : 'GET', headers: kept, body: null };
  if (body !== null) kept.set('content-type', headers.get('content-type') ?? 'application/json');
  return { method, headers: kept, body };
}

/** One request, redirects not followed. */
async function sendOnce(place: Place, url: URL, sent: Sent, context: HttpContext, again = true): Promise<Response> {
  const { name } = place.target;
  await payFor(place.target, context);
  try {
    const response = await fetch(url, { ...sent, redirect: 'manual', signal: context.signal });
    // Told that it asked the wrong connection, `fetch` has asked once more by itself.
    if (response.status === 421 && place.target.budget !== null) await context.spend(place.target);
    return response;
  } catch (error) {
    const isConnected = context.connections.made(url) > 0;
    if (context.signal.aborted) throw timeoutFailure(name, context.timeoutMs, isConnected ? null : url.host);
    const failure = connectionFailure(error, url.host);
    // A kept connection that the other side closed meanwhile says nothing about the target: ask once more.
    if (again && failure.wasCut && context.connections.wasKept(error))
      return sendOnce(place, url, sent, context, false);
    throw failure.error;
  }
}
