import type { BoardBlock } from '../../schemas/board-data.ts';
import type { CardState } from '../../schemas/verdict.ts';
import { type Grouping, groupings } from './group-blocks.ts';
import { statesByWeight } from './summarise.ts';

/** What a reader chose to see of the board. All of it stands in the address. */
export interface BoardView {
  by: Grouping;
  /** The key of the one group to show; `null` is all. */
  only: string | null;
  /** Empty is every state. */
  states: ReadonlySet<CardState>;
  /** What a block's words must have in them; trimmed. */
  text: string;
}

/** Reads the query of an address, with or without its `?`. What it does not know, it passes over. */
export function readBoardView(search: string): BoardView {
  const query = new URLSearchParams(search);
  const given = query.get('by');
  const named = (query.get('state') ?? '').split(',');
  return {
    by: groupings.find((by) => by === given) ?? 'area',
    only: query.get('only') || null,
    states: new Set(statesByWeight.filter((state) => named.includes(state))),
    text: (query.get('q') ?? '').trim(),
  };
}

/** The query of the address that shows this, with its `?`; empty for the board as it opens. */
export function boardSearch({ by, only, states, text }: Partial<BoardView>): string {
  const query = new URLSearchParams();
  if (by && by !== 'area') query.set('by', by);
  if (only) query.set('only', only);
  if (states && states.size > 0) query.set('state', statesByWeight.filter((state) => states.has(state)).join(','));
  if (text) query.set('q', text);
  const written = query.toString().replaceAll('%2C', ',');
  return written === '' ? '' : `?${written}`;
}

/** What a block is searched by, made once for many searches. */
export function wordsOf({ id, title, pageTitle, target, provider, layer, journeys }: BoardBlock): string {
  return [title, pageTitle, target, provider, layer, id, ...journeys].join('\n').toLowerCase();
}

/** Whether a block's words have all words of a text in them, in any order. */
export function hasText(words: string, text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
