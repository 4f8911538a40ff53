import { type PageSettings, readSettings } from '../page-settings.ts';

/** What the desk and the board are told beside what every page is. */
export interface BoardSettings extends PageSettings {
  /** Names of areas, by their folders. */
  areas: Record<string, string>;
}

/** `null` where the page shows no blocks. */
export function readBoardSettings(): BoardSettings | null {
  // `BoardSettings.astro` wrote it.
  return readSettings() as BoardSettings | null;
}
