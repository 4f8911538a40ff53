import type { Http } from 'runlight/check';
import { type State, worst } from './state.ts';

/** A status page of any kind, in one shape. */
export interface StatusPage {
  /** What the page says of the whole: as a state, and in its own words. */
  headline: { state: State; said: string };
  /** `null` where they were not asked for. */
  components: readonly Component[] | null;
  /** Those that are open, not those that are over. */
  incidents: readonly Notice[];
  /** Those under way, not those to come. */
  maintenances: readonly Notice[];
  /** When the page last changed, as it says; `null` where this kind of page does not say. */
  updatedAt: string | null;
  /** Milliseconds of the main request. */
  latency: number;
}

export interface Component {
  name: string;
  /** `null`: the page names it and does not watch it. */
  state: State | null;
  /** Stands for the components below it, which are listed, too. */
  isGroup: boolean;
}

/** An incident or a maintenance. All of it is text from outside. */
export interface Notice {
  name: string;
  /** Impact and phase, where they are told: `minor`, `investigating`. */
  words: readonly (string | null | undefined)[];
  /** The newest thing that was said about it. */
  update: string | null;
}

export interface PageRequest {
  /** The page's id, where the address does not hold it. */
  page: string | undefined;
  /** Whether its components are needed: for some kinds that is a second request. */
  needsComponents: boolean;
}

export type ReadPage = (http: Http, request: PageRequest) => Promise<StatusPage>;

/**
 * The state of the whole. A headline that denies trouble does not stand against a component that
 * admits it: then the worst component counts.
 */
export function stateOfWhole({ headline, components }: StatusPage): State {
  if (headline.state !== 'operational' && headline.state !== 'maintenance') return headline.state;
  return worst([headline.state, ...(components ?? []).flatMap(({ state }) => state ?? [])]);
}

/** The newest of several updates, whatever their order; `at` finds its time, of any form that `Date.parse` reads. */
export function newestOf<T>(updates: readonly T[], at: (update: T) => string | null | undefined): T | undefined {
  const time = (update: T): number => Date.parse(at(update) ?? '') || 0;
  return updates.toSorted((one, other) => time(other) - time(one))[0];
}
