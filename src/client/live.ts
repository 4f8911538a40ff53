import type { ApiError, PageEvent } from '../schemas/api.ts';
import type { Evidence } from '../schemas/report.ts';
import { type Answer, serverBelow } from './live/ask-server.ts';
import { afterEvent, type BlockView, viewsOf, viewsOfResults } from './live/block-view.ts';
import { comeBack } from './live/come-back.ts';
import { openEventStream } from './live/event-stream.ts';
import { followRun, type RunEnd } from './live/follow-run.ts';
import type { LiveState } from './live/live-state.ts';
import { retryDelay } from './live/retry-delay.ts';
import { clockAfterEvent, clockFromAnswer, type ServerClock } from './live/server-clock.ts';
import { shareStream } from './live/shared-stream.ts';
import { createWaiting } from './live/waiting.ts';
import type { PageSettings } from './page-settings.ts';
import { publishedResults } from './published-results.ts';

export const pageEventTypes = ['reset', 'block-start', 'block-end'] as const satisfies PageEvent['type'][];

/** What is known of blocks, kept up to date. Everything in it changes; `onChange` says when. */
export interface Live {
  readonly state: LiveState;
  /** The server is behind a sign-in that has run out: loading the page again leads to it. */
  readonly isSignedOut: boolean;
  /** `null` where there is no server. */
  readonly environment: string | null;
  /** By `<page id>#<id>`. Each view is replaced when it changes, never changed. */
  readonly blocks: ReadonlyMap<string, BlockView>;
  /** By the server's clock, milliseconds since 1970; on a static site by the reader's. */
  now(): number;
  /** Calls `listener` after each change; returns what ends that. */
  onChange(listener: () => void): () => void;
  /** Starts a run; what becomes of its blocks shows in `blocks`, except for a run with a person's own values. */
  run(blocks: readonly string[], params?: Readonly<Record<string, string>>): Promise<{ id: string } | ApiError>;
  /** Waits for a run with a person's own values. */
  follow(id: string, block: string, options: { started: () => void; signal: AbortSignal }): Promise<RunEnd>;
  evidence(block: string): Promise<readonly Evidence[] | ApiError>;
}

/** How long the stream may be gone before we ask, in milliseconds: proxies end quiet ones, and it comes back. */
const grace = 2000;
/** How often the blocks are asked for while there is no stream. */
const askEvery = 5000;

/**
 * What is known of one page's blocks (`trees/<id>`: what the checks of a tree run), or of those of all pages
 * (`page: null`). Settles when the first of it is known. */
export async function openLive(settings: PageSettings, { page }: { page: string | null }): Promise<Live> {
  const server = serverBelow(settings.base);
  const listeners = new Set<() => void>();
  let state = 'lost' as LiveState;
  let isSignedOut = false;
  let environment: string | null = null;
  let blocks = new Map<string, BlockView>();
  let clock: ServerClock = { ahead: 0 };

  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const put = (view: BlockView | null): boolean => {
    if (view) blocks.set(view.block, view);
    return view !== null;
  };

  // What is told while we ask may be newer than the answer.
  let asking: PageEvent[] | null = null;
  let askAgain = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks for the blocks; where nobody answers, again and again. */
  async function refresh(): Promise<void> {
    if (asking) {
      askAgain = true;
      return;
    }
    clearTimeout(timer);
    asking = [];
    const askedAt = Date.now();
    const answer = await server.blocks(page);
    const told = asking;
    asking = null;
    if (answer.kind === 'ok' && answer.value.live) {
      const { at } = answer.value;
      attempt = 0;
      clock = clockFromAnswer(at, askedAt, Date.now());
      ({ environment } = answer.value);
      blocks = viewsOf(answer.value, blocks);
      for (const event of told)
        if (event.type !== 'reset' && Date.parse(event.at) >= Date.parse(at))
          put(afterEvent(blocks.get(event.block), event));
      state = 'live';
      stream.join();
      // Without the stream, as where a proxy lets none through, asking is all there is.
      if (!isConnected) timer = setTimeout(refresh, askEvery);
    } else if (state === 'lost' && blocks.size === 0 && isStatic(answer)) {
      stream.leave();
      blocks = viewsOfResults(await publishedResults(settings.base));
      state = 'static';
    } else {
      state = 'lost';
      isSignedOut = answer.kind === 'lost' && (answer.status === 401 || answer.status === 403);
      timer = setTimeout(refresh, retryDelay(attempt++));
    }
    changed();
    if (askAgain) {
      askAgain = false;
      void refresh();
    }
  }

  let isConnected = true;
  let isKnocking = false;
  let streamAttempt = 0;
  const stream = shareStream<PageEvent>(
    `runlight ${server.url}events`,
    (listener) => openEventStream(`${server.url}events`, pageEventTypes, listener),
    {
      event(event) {
        clock = clockAfterEvent(clock, event.at, Date.now());
        asking?.push(event);
        if (event.type === 'reset') void refresh();
        else if (put(afterEvent(blocks.get(event.block), event))) changed();
      },
      connected(now) {
        if (isConnected && !now) setTimeout(() => !isConnected && void refresh(), grace);
        isConnected = now;
        if (!now) knock();
        else {
          streamAttempt = 0;
          // What was told in the meantime comes with the connection: missed events, or a reset.
          if (state === 'lost') void refresh();
        }
      },
    },
  );
  /** Tries to get the stream back for as long as it is gone. */
  function knock(): void {
    if (isKnocking) return;
    isKnocking = true;
    setTimeout(() => {
      isKnocking = false;
      if (isConnected) return;
      stream.retry(false);
      knock();
    }, retryDelay(streamAttempt++));
  }

  const waiting = createWaiting({ view: (block) => blocks.get(block), put, changed, server, refresh });

  const lost: ApiError = {
    code: 'internal',
    message: settings.words.run?.lost ?? '',
    hint: '',
    parameter: null,
  };
  const errorOf = (answer: Answer<unknown>): ApiError => (answer.kind === 'refused' ? answer.error : lost);

  stream.listen();
  await refresh();
  if (state !== 'static') comeBack(() => state, stream, refresh);

  return {
    get state() {
      return state;
    },
    get isSignedOut() {
      return state === 'lost' && isSignedOut;
    },
    get environment() {
      return environment;
    },
    get blocks() {
      return blocks;
    },
    now: () => Date.now() + clock.ahead,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(wanted, params = {}) {
      const isOwn = Object.keys(params).length > 0;
      if (!isOwn) waiting.begin(wanted);
      const answer = await server.start({ blocks: [...wanted], page, params });
      if (answer.kind === 'ok') {
        if (!isOwn) waiting.watch(answer.value.id, wanted);
        return answer.value;
      }
      if (!isOwn) waiting.end(wanted);
      return errorOf(answer);
    },
    follow: (id, block, options) => followRun(server, id, block, options),
    async evidence(block) {
      const answer = await server.evidence(block);
      return answer.kind === 'ok' ? answer.value.evidence : errorOf(answer);
    },
  };
}

/** A host of files says so in the file that the build put there; one without it has no such address. */
function isStatic(answer: Answer<{ live: boolean }>): boolean {
  if (answer.kind === 'ok') return !answer.value.live;
  return answer.kind === 'lost' && answer.status !== null && answer.status < 500;
}
