import type { Journey } from './journey.ts';
import type { OutcomeLabel } from './page.ts';

/** What a browser needs to say where the fault of a journey lies: `/journeys.json`. */
export interface JourneysData {
  /** By id. */
  journeys: Record<string, Journey>;
  /** The blocks that journeys name, by `<page id>#<id>`. */
  blocks: Record<string, JourneyBlock>;
}

export interface JourneyBlock {
  title: string;
  page: string;
  /** Milliseconds that a proof stays fresh, where the proof does not say it. */
  freshFor: number;
  /** What its page says to do, by verdict. */
  outcomes: Partial<Record<OutcomeLabel, string>>;
}
