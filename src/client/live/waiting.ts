import type { Server } from './ask-server.ts';
import type { BlockView } from './block-view.ts';

export interface WaitingOptions {
  view(block: string): BlockView | undefined;
  put(view: BlockView): void;
  /** To be called after what was put. */
  changed(): void;
  server: Pick<Server, 'run'>;
  /** Asks for the blocks again. */
  refresh(): Promise<void>;
}

/** Blocks that were asked for here and have not begun yet. */
export interface Waiting {
  begin(blocks: readonly string[]): void;
  end(blocks: readonly string[]): void;
  /** Looks after a run of which nothing is heard: it may have ended while nobody told us. */
  watch(id: string, blocks: readonly string[]): void;
}

/** How long blocks wait for their run to begin before the run itself is asked, in milliseconds. */
const waitFor = 5000;

export function createWaiting({ view, put, changed, server, refresh }: WaitingOptions): Waiting {
  const set = (blocks: readonly string[], waiting: boolean): void => {
    for (const block of blocks) {
      const its = view(block);
      if (its && its.waiting !== waiting && !(waiting && its.running)) put({ ...its, waiting });
    }
    changed();
  };
  const watch = (id: string, blocks: readonly string[]): void => {
    setTimeout(async () => {
      if (!blocks.some((block) => view(block)?.waiting)) return;
      const answer = await server.run(id);
      const goesOn = answer.kind === 'lost' || (answer.kind === 'ok' && answer.value.endedAt === null);
      if (goesOn) return watch(id, blocks);
      // First what it came to, so that nobody takes the block for one that came to nothing.
      await refresh();
      set(blocks, false);
    }, waitFor);
  };
  return { begin: (blocks) => set(blocks, true), end: (blocks) => set(blocks, false), watch };
}
