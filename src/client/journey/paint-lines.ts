import type { CardState } from '../../schemas/verdict.ts';
import { say, showState } from '../board/paint-head.ts';
import { ageWords, isBusy, runText } from '../run/run-state.ts';
import { ageText, stateOf } from '../verdict-state.ts';
import type { JourneyParts } from './start-journeys.ts';

/** Says behind each block's name how it is, and how old that is: `BlockLine.astro`. */
export function paintLines(root: Element, { live, words }: Pick<JourneyParts, 'live' | 'words'>): void {
  const now = live.now();
  for (const line of root.querySelectorAll<HTMLElement>('[data-rl-line]')) {
    const view = live.blocks.get(line.dataset.rlLine ?? '');
    const result = view?.result ?? null;
    const state: CardState = result ? stateOf(result, Number(line.dataset.freshFor), now) : 'skip';
    const verdict = line.querySelector<HTMLElement>('.rl-verdict');
    if (verdict) showState(verdict, state, words.states[state]);
    const age = result ? ageText(result, state, { ...words, ...ageWords(result.from, words.run) }, now) : '';
    const skipped = view?.skipped ?? view?.info?.problem;
    const because = skipped ? `Not run: ${skipped.message}` : '';
    say(
      line.querySelector('.rl-when'),
      view && isBusy(view)
        ? runText(view, now, words.run)
        : [age, because.replaceAll('`', '')].filter(Boolean).join('. '),
    );
  }
}

/** How old the oldest proof of some blocks is, in milliseconds since 1970, and how many have one. */
export function oldestProof(
  ids: readonly string[],
  { live }: Pick<JourneyParts, 'live'>,
): { at: number | null; proven: number } {
  const proven = ids.flatMap((id) => {
    const result = live.blocks.get(id)?.result;
    // What was skipped proved nothing.
    return result && result.verdict !== 'skip' ? result.provenAt : [];
  });
  return { at: proven.length === 0 ? null : Math.min(...proven), proven: proven.length };
}
