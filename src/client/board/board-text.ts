import type { CardState } from '../../schemas/verdict.ts';
import { type Summary, statesByWeight } from './summarise.ts';

// What the desk and the board say of many blocks. Both are English, as the team's runbooks are.

const blocksOf = (count: number): string => (count === 1 ? '1 block' : `${count} blocks`);
const is = (count: number, one: string, more: string): string => `${blocksOf(count)} ${count === 1 ? one : more}`;

/** Words that a cut title must not end in: they promise another. */
const small = new Set(
  'a an the our its and or of in on to for with from at by as is are has have not no that'.split(' '),
);

/** The first words of a title. One word more is not worth an ellipsis. */
export function shortTitle(title: string, words = 5): string {
  const all = title.split(/\s+/).filter((word) => word !== '');
  const kept = all.length > words + 1 ? all.slice(0, words) : all;
  while (kept.length < all.length && kept.length > 1 && small.has(kept.at(-1)?.toLowerCase() ?? '')) kept.pop();
  const text = kept.join(' ');
  const characters = [...text];
  if (characters.length > 60) return `${characters.slice(0, 59).join('')}…`;
  return kept.length < all.length ? `${text.replace(/[,;:]$/, '')}…` : text;
}

/** How many blocks of a group are as its worst one: `2 of 7 blocks`, `all 7 blocks`. */
export function shareText({ state, counts, total }: Summary): string {
  if (total === 0) return 'no blocks';
  if (counts[state] < total) return `${counts[state]} of ${blocksOf(total)}`;
  return total === 1 ? '1 block' : `all ${total} blocks`;
}

/** What is wrong with a group, in about five words; empty where nothing is, and where all of it is equally so. */
export function wrongText({ state, counts, total, worst }: Summary): string {
  if (!worst || state === 'pass') return '';
  if ((state === 'skip' || state === 'stale') && counts[state] === total && total > 1) return '';
  return shortTitle(worst.title);
}

/** How the whole tree is, in one sentence. */
export function headline({ state, counts, total }: Summary): string {
  if (total === 0) return 'There are no check blocks yet';
  const count = counts[state];
  const all = count === total;
  switch (state) {
    case 'fail':
      return is(count, 'is failing', 'are failing');
    case 'error':
      return `Could not tell how ${is(count, 'is', 'are')}`;
    case 'warn':
      return is(count, 'is degraded', 'are degraded');
    case 'stale':
      return all ? 'Every proof is too old to count on' : `${is(count, 'has', 'have')} a proof too old to count on`;
    case 'skip':
      return all ? 'Nothing has been proven yet' : is(count, 'was not run', 'were not run');
    case 'pass':
      return total === 1 ? 'The block is healthy' : `All ${blocksOf(total)} are healthy`;
  }
}

/** What stands in the place of pages to look at, where there are none. What nobody proved is not well. */
export function nothingWrong({ state }: Summary): string {
  return state === 'pass' ? 'None: everything is healthy.' : 'None is known. What is stale or was not run may be.';
}

/** The counts of a group, the worst first, for those who do not see its shapes: `1 Failing, 6 Healthy`. */
export function countsText({ counts }: Pick<Summary, 'counts'>, words: Readonly<Record<CardState, string>>): string {
  return statesByWeight
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${words[state]}`)
    .join(', ');
}
