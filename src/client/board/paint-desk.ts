import type { ResultWords } from '../../schemas/site-words.ts';
import { showAge } from '../../text/show-age.ts';
import { nothingWrong, shareText, wrongText } from './board-text.ts';
import { groupBlocks } from './group-blocks.ts';
import { paintHead, say, showState } from './paint-head.ts';
import { paintWorst } from './paint-worst.ts';
import type { BoardParts } from './start-board.ts';
import { blockState, type Summary, summarise } from './summarise.ts';
import { worstPages } from './worst-pages.ts';

/** The internal home: how everything is, how each journey is, and which pages to look at first. */
export function paintDesk({ root, blocks, ids, live, runs, words, base }: BoardParts): void {
  const now = live.now();
  const summary = summarise(blocks, live.blocks, now);
  paintHead(root, { summary, ids, live, runs, runAll: words.run.runAll });
  for (const item of root.querySelectorAll<HTMLElement>('.rl-counts > [data-state]')) {
    const count = summary.counts[item.dataset.state as keyof typeof summary.counts] ?? 0;
    say(item.querySelector('b'), String(count));
    item.hidden = count === 0;
  }
  const tiles = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-rl-journey]')].map((tile) => [tile.dataset.rlJourney, tile]),
  );
  for (const { key, blocks: its } of groupBlocks(blocks, 'journey')) {
    const tile = tiles.get(key);
    if (tile) paintTile(tile, summarise(its, live.blocks, now), words.states, now);
  }
  const list = root.querySelector<HTMLElement>('[data-rl-worst]');
  if (!list) return;
  const states = blocks.map((block) => ({
    ...block,
    state: blockState(block, live.blocks.get(block.id)?.result, now),
  }));
  const titles = new Map(blocks.map(({ page, pageTitle }) => [page, pageTitle]));
  paintWorst(list, worstPages(states), { words, base, titles, nothing: nothingWrong(summary) });
}

function paintTile(tile: HTMLElement, summary: Summary, states: ResultWords['states'], now: number): void {
  const { state, oldest } = summary;
  tile.dataset.state = state;
  const verdict = tile.querySelector<HTMLElement>('.rl-verdict');
  if (verdict) showState(verdict, state, states[state]);
  say(tile.querySelector('[data-rl-share]'), shareText(summary));
  say(tile.querySelector('[data-rl-wrong]'), wrongText(summary));
  say(tile.querySelector('[data-rl-oldest]'), oldest === null ? '' : `${showAge(now - oldest)} ago`);
}
