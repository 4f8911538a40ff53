import type { Trees } from '../../schemas/tree.ts';
import { resumeWalk, startWalk, type Walk } from '../../trees/walk.ts';
import { readWalk, writeWalk } from '../../trees/walk-address.ts';
import { isWalk, readKeptWalk } from './kept-walk.ts';

/** What an entry of the tab's history holds besides its address, which has no reasons in it. */
interface Entry {
  walk: Walk;
  /** Whether the entry before it is the same walk, one answer shorter. */
  isStep: boolean;
}

/** `?walk=…`; empty at the start of the tree. */
export function searchOf(walk: Walk): string {
  return walk.steps.length === 0 ? '' : `?walk=${writeWalk(walk)}`;
}

/** Puts a walk into the address, as a new entry of the history or in the place of the current one. */
export function enterWalk(walk: Walk, how: 'step' | 'jump' | 'replace'): void {
  const entry: Entry = { walk, isStep: how === 'step' || (how === 'replace' && isAfterStep()) };
  const url = `${location.pathname}${searchOf(walk)}`;
  if (how === 'replace') history.replaceState({ runlight: entry }, '', url);
  else history.pushState({ runlight: entry }, '', url);
}

/** Whether the browser's own Back leads to the same walk, one answer shorter. */
export function isAfterStep(): boolean {
  return entryNow()?.isStep === true;
}

function entryNow(): Entry | null {
  const entry = (history.state as { runlight?: Partial<Entry> } | null)?.runlight;
  return entry && isWalk(entry.walk) ? { walk: entry.walk, isStep: entry.isStep === true } : null;
}

export interface Address {
  walk: Walk;
  /** What the reader must know of it: the tree has changed, or it cannot be read. */
  note: string | null;
}

const unreadable =
  'The address of this page holds no walk that can be read, perhaps because it was cut off. So the tree begins at its start.';

/** The walk of the current address, with the reasons that this tab knows; `null` where the tree has no start. */
export function readAddress(trees: Trees, tree: string): Address | null {
  const start = startWalk(trees, tree);
  const text = new URLSearchParams(location.search).get('walk');
  if (!start || text === null) return start && { walk: start, note: null };
  const isIt = (walk: Walk | undefined): walk is Walk => walk?.tree === tree && writeWalk(walk) === text;
  const known = [entryNow()?.walk, readKeptWalk(tree)?.walk].find(isIt);
  const read = known ?? readWalk(text, trees, tree);
  const resumed = read && resumeWalk(trees, read);
  return resumed ? { walk: resumed.walk, note: resumed.changed } : { walk: start, note: unreadable };
}
