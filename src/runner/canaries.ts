import { because } from './conclude.ts';
import { isLoopback } from './http-address.ts';
import type { Outcome } from './messages.ts';

export interface Canaries {
  /** Turns "cannot be reached" into `skip: offline` where our own network is gone. */
  consider(outcome: Outcome, address: string | null): Promise<Outcome>;
}

/** How long one canary may take to answer. */
const patienceMs = 3000;
/** How long an answer holds, and silence, which excuses a failure: it may be over the next moment. */
const answerHoldsMs = 5000;
const silenceHoldsMs = 1000;

/**
 * Canaries are addresses that answer whenever our own network is well; any HTTP answer will do.
 * They are asked only when a target that is not of this machine cannot be reached, and then once
 * for all that fail at about the same time. Without canaries nothing is ever offline.
 */
export function createCanaries(addresses: readonly string[]): Canaries {
  let asked: { silent: Promise<boolean>; until: number } | null = null;
  const areSilent = (): Promise<boolean> => {
    if (asked && Date.now() < asked.until) return asked.silent;
    const question = { silent: allSilent(addresses), until: Number.POSITIVE_INFINITY };
    void question.silent.then((silent) => {
      question.until = Date.now() + (silent ? silenceHoldsMs : answerHoldsMs);
    });
    asked = question;
    return question.silent;
  };
  return {
    async consider(outcome, address) {
      const isUnreachable = outcome.reason?.code === 'unreachable' || outcome.reason?.code === 'timeout';
      if (addresses.length === 0 || !isUnreachable || address === null || isLoopback(address)) return outcome;
      if (!(await areSilent())) return outcome;
      const { verdict, reason } = because(
        'offline',
        `Neither the target nor any of ${addresses.length} canaries could be reached: our own network is gone. ${outcome.reason?.message ?? ''}`,
      );
      return { ...outcome, verdict, reason };
    },
  };
}

async function allSilent(addresses: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(addresses.map(answersAtAll));
  return answers.every((answered) => !answered);
}

async function answersAtAll(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
