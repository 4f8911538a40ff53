import type { BlockView } from '../live/block-view.ts';
import type { Live } from '../live.ts';

/** Whether it is running, or asked for here and about to. */
export function isBusy(view: Pick<BlockView, 'running' | 'waiting'> | undefined): boolean {
  return view !== undefined && (view.running || view.waiting);
}

/** Those of some blocks that a server could run now: it knows them, nothing is missing, and they do not run already. */
export function runnable(ids: readonly string[], { state, blocks }: Pick<Live, 'state' | 'blocks'>): string[] {
  if (state !== 'live') return [];
  return ids.filter((id) => {
    const view = blocks.get(id);
    return view?.info != null && view.info.problem === null && !isBusy(view);
  });
}

/** Runs of many blocks, started here. */
export interface RunAll {
  start(ids: readonly string[]): Promise<void>;
  /** How far they have come; `null` while there are none. */
  progress(): { done: number; total: number } | null;
  /** What the server said instead of running, for the reader; empty where it ran. */
  complaint(): string;
}

/** Starts runs, and counts what has become of them. What is started while others run is counted with them. */
export function openRunAll(live: Live, changed: () => void): RunAll {
  let wanted = new Set<string>();
  let complaint = '';
  return {
    async start(ids) {
      const now = runnable(ids, live);
      if (now.length === 0) return;
      const isOver = [...wanted].every((id) => !isBusy(live.blocks.get(id)));
      wanted = new Set([...(isOver ? [] : wanted), ...now]);
      complaint = '';
      const answer = await live.run(now);
      if (!('message' in answer)) return;
      complaint = [answer.message, answer.hint].filter((part) => part !== '').join(' ');
      wanted = new Set([...wanted].filter((id) => !now.includes(id)));
      changed();
    },
    progress() {
      const busy = [...wanted].filter((id) => isBusy(live.blocks.get(id))).length;
      return busy === 0 ? null : { done: wanted.size - busy, total: wanted.size };
    },
    complaint: () => complaint,
  };
}
