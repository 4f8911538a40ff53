import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { DigestBatch, DigestedBatch, DigestJob } from './digest-work.ts';

/** Threads that read rows of an export. Batches come back in the order in which they were given. */
export interface DigestPool extends AsyncDisposable {
  /** Resolves when there is room for the next one. */
  give(records: DigestBatch['records']): Promise<void>;
  /** Waits for all that was given. */
  end(): Promise<void>;
}

const mostThreads = 8;
/** Batches that wait for each thread: it never waits for this one, and memory stays small. */
const ahead = 2;

/** A thread that breaks ends the reading: what was counted so far would be taken for everything. */
export function openDigestPool(job: DigestJob, onDone: (batch: DigestedBatch) => void): DigestPool {
  const size = Math.max(1, Math.min(mostThreads, availableParallelism()));
  const done = new Map<number, DigestedBatch>();
  const waiting: (() => void)[] = [];
  let given = 0;
  let finished = 0;
  let handed = 0;
  let broken: Error | null = null;
  const wake = (): void => {
    for (const each of waiting.splice(0)) each();
  };
  const threads = Array.from({ length: size }, () => {
    const thread = new Worker(new URL('./digest-thread.ts', import.meta.url), { workerData: job });
    const state = { thread, busy: 0 };
    thread.on('message', (batch: DigestedBatch) => {
      state.busy -= 1;
      finished += 1;
      done.set(batch.nth, batch);
      for (let next = done.get(handed); next; next = done.get(handed)) {
        done.delete(handed);
        handed += 1;
        onDone(next);
      }
      wake();
    });
    thread.on('error', (error) => {
      broken ??= error instanceof Error ? error : new Error(String(error));
      wake();
    });
    return state;
  });
  const change = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const check = (): void => {
    if (broken) throw broken;
  };
  return {
    async give(records) {
      for (;;) {
        check();
        const free = threads.toSorted((a, b) => a.busy - b.busy)[0];
        if (free && free.busy < ahead) {
          free.busy += 1;
          free.thread.postMessage({ nth: given, records } satisfies DigestBatch);
          given += 1;
          return;
        }
        await change();
      }
    },
    async end() {
      while (finished < given) {
        check();
        await change();
      }
      check();
    },
    [Symbol.asyncDispose]: async () => void (await Promise.all(threads.map(({ thread }) => thread.terminate()))),
  };
}
