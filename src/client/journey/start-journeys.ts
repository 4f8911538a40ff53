import type { JourneysData } from '../../schemas/journeys-data.ts';
import { type AllBlocks, followAll } from '../board/follow-all.ts';
import { readSettings } from '../page-settings.ts';
import { askJourneys } from './ask-journeys.ts';

/** What pages about journeys and providers are made of. */
export interface JourneyParts extends AllBlocks {
  data: JourneysData;
}

/** Learns what there is and how it is, and has it painted now and at each change. `open` returns what paints. */
export function startJourneys(selector: string, open: (parts: JourneyParts) => () => void): Promise<void> {
  return followAll(selector, readSettings(), askJourneys, (parts, data) => open({ ...parts, data }));
}
