import type { CardState } from '../../schemas/verdict.ts';

/** A block as the desk sees it. */
export interface BlockState {
  /** `<page id>#<id>`. */
  id: string;
  /** `null` where the results do not say it. */
  title: string | null;
  state: CardState;
}

export interface WorstPage {
  page: string;
  /** Its first block of the worst verdict. */
  block: BlockState;
}

/** What somebody should look at, the worst first. */
const alarming = ['fail', 'error', 'warn'] as const satisfies CardState[];

/** One entry for each page that somebody should look at, with its worst block; the worst pages first. */
export function worstPages(blocks: readonly BlockState[]): WorstPage[] {
  const pages = new Map<string, WorstPage>();
  for (const wanted of alarming) {
    for (const block of blocks) {
      const [page = ''] = block.id.split('#');
      if (block.state === wanted && !pages.has(page)) pages.set(page, { page, block });
    }
  }
  return [...pages.values()];
}
