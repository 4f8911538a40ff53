import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Entry } from '../live/event-log.ts';

/** Proxies end connections on which nothing comes for a while. Milliseconds. */
const beatEveryMs = 15_000;
/** A reader who takes nothing for so many events has gone, or will ask again. */
const mostUnsent = 5000;

/** Starts telling; returns how to stop. `end` closes the stream behind what was told. */
export type Source<E> = (tell: (entry: Entry<E> | { event: E; id?: undefined }) => void, end: () => void) => () => void;

/** Server-sent events: each is a JSON object, named after its `type`. */
export function events<E extends { type: string }>(
  context: Context,
  source: Source<E>,
  closing: AbortSignal,
): Response {
  const response = streamSSE(context, async (stream) => {
    const unsent: string[] = [];
    let wake: (() => void) | null = null;
    let isOver = false;
    const notify = (): void => {
      wake?.();
      wake = null;
    };
    const end = (): void => {
      isOver = true;
      notify();
    };
    stream.onAbort(end);
    closing.addEventListener('abort', end, { once: true });
    const stop = source(({ id, event }) => {
      unsent.push(`event: ${event.type}\n${id === undefined ? '' : `id: ${id}\n`}data: ${textOf(event)}\n\n`);
      if (unsent.length > mostUnsent) end();
      notify();
    }, end);
    try {
      await stream.write('retry: 1000\n\n');
      while (!stream.aborted && !closing.aborted) {
        if (unsent.length > 0) {
          await stream.write(unsent.splice(0).join(''));
          continue;
        }
        if (isOver) break;
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const beat = setTimeout(() => {
          unsent.push(': beat\n\n');
          notify();
        }, beatEveryMs);
        await promise;
        clearTimeout(beat);
      }
    } finally {
      stop();
      closing.removeEventListener('abort', end);
    }
  });
  // Proxies would otherwise gather events, and change them. Only now: `streamSSE` sets headers of its own.
  response.headers.set('x-accel-buffering', 'no');
  response.headers.set('cache-control', 'no-cache, no-transform');
  return response;
}

/** Hundreds of readers hear the same event: it is turned into text once. */
const texts = new WeakMap<object, string>();

function textOf(event: object): string {
  const known = texts.get(event);
  if (known !== undefined) return known;
  const text = JSON.stringify(event);
  texts.set(event, text);
  return text;
}
