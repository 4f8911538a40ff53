import { showDuration } from '../text/show-value.ts';
import type { Lateness } from './conclude.ts';

/** A check that ignores its signal is waited for this long, then given up. */
const graceMs = 250;

/** The reason given to every signal; making an exception for each would cost more than the check. */
const over = new Error('The attempt is over.');

/** The time of one attempt. */
export interface Clock {
  /** Aborted when the time is up, or the run is interrupted. */
  signal: AbortSignal;
  /** Resolves when even the grace is over. */
  givenUp: Promise<void>;
  /** A request begins, or is over. */
  enter(): void;
  leave(): void;
  /** `isOver`: nothing runs any more. */
  stop(isOver: boolean): void;
  lateness(): Lateness;
}

/** Starts the time of one attempt; `interrupted` ends it early. */
export function startClock(timeoutMs: number, interrupted: AbortSignal): Clock {
  const controller = new AbortController();
  const { promise: givenUp, resolve } = Promise.withResolvers<void>();
  let requests = 0;
  let waitedForHttp = false;
  let timedOut = false;
  let grace: NodeJS.Timeout | null = null;
  const abort = (): void => {
    if (controller.signal.aborted) return;
    waitedForHttp = requests > 0;
    grace = setTimeout(resolve, graceMs);
    controller.abort(over);
  };
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeoutMs);
  if (interrupted.aborted) abort();
  interrupted.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    givenUp,
    enter() {
      requests += 1;
    },
    leave() {
      requests -= 1;
    },
    stop(isOver) {
      clearTimeout(timer);
      if (grace) clearTimeout(grace);
      interrupted.removeEventListener('abort', abort);
      // Whatever still runs for this attempt runs for nobody.
      if (!isOver || requests > 0) controller.abort(over);
    },
    lateness: () => ({ timedOut, waitedForHttp, limit: showDuration(timeoutMs) }),
  };
}
