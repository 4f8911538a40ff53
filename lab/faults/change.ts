import type { Fault } from '../fault.ts';

/** Makes faults that change one thing in a service's state; faults of different things combine. */
export function changesOf<State extends object>(healthy: State) {
  return <Key extends keyof State & string>(key: Key, value: State[Key], summary: string): Fault<{ state: State }> => ({
    summary,
    kind: key,
    begin({ state }) {
      state[key] = value;
      return () => {
        state[key] = healthy[key];
      };
    },
  });
}
