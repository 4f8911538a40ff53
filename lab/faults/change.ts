import type { Fault } from '../fault.ts';
import type { HttpPart } from './http.ts';

/** A service whose answers follow from a state. */
export interface StatePart<State> extends HttpPart {
  state: State;
}

/** Makes faults that change one thing in the state; faults of different things combine. */
export function changesOf<State extends object>(healthy: Readonly<State>) {
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
