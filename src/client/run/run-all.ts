import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import { element, prose } from '../elements.ts';
import type { Live } from '../live.ts';
import { button, setDisabled } from './button.ts';
import type { RunCard } from './create-card.ts';
import { type Before, canRun, countsText, isBusy, progressText, provenBefore, runnable } from './run-state.ts';

/**
 * Runs all blocks of the page, from its line of facts: those in whose fields somebody has put something
 * with that, the others that need nobody's input as they are. Returns what paints it.
 */
export function createRunAll(
  live: Live,
  cards: readonly RunCard[],
  { run: words, states }: { run: RunWords; states: ResultWords['states'] },
  announce: (text: string) => void,
): () => void {
  const line = document.querySelector('.rl-facts-line');
  const place = element('li', 'rl-run-all');
  const progress = element('span', 'rl-progress');
  const trouble = element('span', 'rl-mistake');
  trouble.role = 'alert';
  let batch: readonly string[] | null = null;
  let before: Before = new Map();
  const run = button('', '', async () => {
    trouble.replaceChildren();
    const filled = cards.filter((card) => card.isFilled());
    for (const card of filled) void card.press();
    batch = able().filter(
      (block) => canRun(live.blocks.get(block), live.state) && filled.every((card) => card.block !== block),
    );
    if (batch.length === 0) {
      batch = null;
      return;
    }
    before = provenBefore(batch, live.blocks);
    const answer = await live.run(batch);
    if (!('code' in answer)) return;
    batch = null;
    trouble.replaceChildren(...prose(`${answer.message} ${answer.hint}`.trim()));
    repaint();
  });
  place.append(progress, run, trouble);

  const able = (): string[] => runnable(cards.map(({ block }) => live.blocks.get(block)));
  function repaint(): void {
    const all = able();
    place.hidden = all.length < 2;
    if (!place.isConnected) line?.append(place);
    if (batch?.every((block) => !isBusy(live.blocks.get(block)))) {
      announce(`${progressText(batch, live.blocks, words)}: ${countsText(batch, live.blocks, states, before)}`);
      batch = null;
    }
    progress.textContent = batch ? progressText(batch, live.blocks, words) : '';
    const text = words.runAll.replace('{count}', String(all.length));
    if (run.textContent !== text) run.textContent = text;
    setDisabled(run, batch !== null || !all.some((block) => canRun(live.blocks.get(block), live.state)));
  }
  return repaint;
}
