import type { MacroPanelData } from '../../schemas/macro-panel.ts';

/** The texts for users at which walks of this tree end, by their ids; none where nobody answers. */
export async function askMacros(base: string, tree: string): Promise<ReadonlyMap<string, MacroPanelData | null>> {
  try {
    const answer = await fetch(`${base}trees/${tree}/macros.json`);
    return answer.ok
      ? new Map(Object.entries((await answer.json()) as Record<string, MacroPanelData | null>))
      : new Map();
  } catch {
    return new Map();
  }
}
