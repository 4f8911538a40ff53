import { because } from './conclude.ts';
import { isLoopback } from './http-address.ts';
import type { Outcome } from './messages.ts';

export interface Canaries {
  /** Turns "cannot be reached" into `skip: offline` where our own network is gone. */
  consider(outcome: Outcome, address: string | null): Promise<Outcome>;
}

/** How long one canary may take to answer, and how long what they said holds. */
const patienceMs = 3000;
const holdsMs = 5000;

/**
 * Canaries are addresses that answer whenever our own network is well; any HTTP answer will do.
 * They are asked only when a target that is not of this machine cannot be reached, and then once
 * for all that fail at about the same time. Without canaries nothing is ever offline.
 */
export function createCanaries(addresses: readonly string[]): Canaries {
  let asked: { at: number; silent: Promise<boolean> } | null = null;
  const areSilent = (): Promise<boolean> => {
    if (!asked || Date.now() - asked.at > holdsMs) asked = { at: Date.now(), silent: allSilent(addresses) };
    return asked.silent;
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
