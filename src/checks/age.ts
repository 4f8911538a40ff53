import { CheckFailure } from './failure.ts';

/** Clocks differ by a little; what is further in the future has no age. Seconds. */
const usualSkew = 15;

/**
 * Seconds since `timestamp` (seconds since 1970), to a tenth. `what` is its subject: `Block 812`.
 * Up to `maxSkew` seconds (15) in the future count as 0 and are kept as evidence; beyond that, and what
 * is no time at all, is `protocol`: an age cannot be told from it. `readAt` is when it was read, by our
 * clock.
 */
export function ageOf(
  timestamp: number,
  what: string,
  evidence: (title: string, text: string) => void,
  readAt = Date.now() / 1000,
  maxSkew = usualSkew,
): number {
  const age = readAt - timestamp;
  if (!Number.isFinite(age)) throw new CheckFailure('protocol', `${what} has no time that can be read.`);
  if (age < -maxSkew) {
    throw new CheckFailure(
      'protocol',
      `${what} is dated ${Math.round(-age)} s in the future: its timestamp or our clock is wrong.`,
    );
  }
  if (age < 0)
    evidence('Clock skew', `${what} is dated ${(-age).toFixed(1)} s ahead of our clock; its age counts as 0.`);
  return Math.max(0, Math.round(age * 10) / 10);
}
