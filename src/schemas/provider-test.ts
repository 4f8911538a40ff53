import type { Provider } from './provider.ts';

/** A test of contacts and kill switch holds for a year. */
const holdsMs = 365 * 86_400_000;

/** Why nobody may count on a provider's contacts and kill switch, in a sentence; `null` where their test holds. */
export function untestedBecause({ killSwitch, lastTested }: Pick<Provider, 'killSwitch' | 'lastTested'>, now: Date) {
  if (lastTested === undefined)
    return killSwitch ? 'There is a kill switch, and no `lastTested` says that it works.' : null;
  const age = now.getTime() - Date.parse(lastTested);
  return age > holdsMs ? `The last test, of ${lastTested}, is more than a year ago.` : null;
}
