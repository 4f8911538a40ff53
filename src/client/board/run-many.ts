import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import type { Live } from '../live.ts';
import { type Before, canRun, countsText, isBusy, progressText, provenBefore, runnable } from '../run/run-state.ts';

/** Those of some blocks that a press on Run would run now, asking nobody for anything. */
export function startable(ids: readonly string[], { state, blocks }: Pick<Live, 'state' | 'blocks'>): string[] {
  return runnable(ids.map((id) => blocks.get(id))).filter((id) => canRun(blocks.get(id), state));
}

/** The runs of many blocks that this reader started. */
export interface RunMany {
  start(ids: readonly string[]): Promise<void>;
  /** How far they have come; `null` while there are none. To be asked at each painting. */
  progress(): { done: number; total: number; text: string } | null;
  /** What the server said instead of running; empty where it ran. */
  trouble(): string;
}

export interface RunManyOptions {
  words: RunWords;
  states: ResultWords['states'];
  /** Says to those who hear the page what has come of it. */
  announce(text: string): void;
  /** Asks for a painting. */
  changed(): void;
}

/** Starts runs, and follows what has become of them. What is started while others run is counted with them. */
export function openRunMany(live: Live, { words, states, announce, changed }: RunManyOptions): RunMany {
  let batch: readonly string[] = [];
  let before: Before = new Map();
  let trouble = '';
  const isOver = (): boolean => batch.every((id) => !isBusy(live.blocks.get(id)));
  return {
    async start(ids) {
      const now = startable(ids, live);
      if (now.length === 0) return;
      if (isOver()) batch = [];
      before = new Map([...before, ...provenBefore(now, live.blocks)]);
      batch = [...new Set([...batch, ...now])];
      trouble = '';
      const answer = await live.run(now);
      if (!('code' in answer)) return;
      batch = batch.filter((id) => !now.includes(id));
      trouble = `${answer.message} ${answer.hint}`.trim();
      announce(trouble);
      changed();
    },
    progress() {
      if (batch.length === 0) return null;
      const text = progressText(batch, live.blocks, words);
      if (isOver()) {
        announce(`${text}: ${countsText(batch, live.blocks, states, before)}`);
        batch = [];
        return null;
      }
      return { done: batch.filter((id) => !isBusy(live.blocks.get(id))).length, total: batch.length, text };
    },
    trouble: () => trouble,
  };
}
