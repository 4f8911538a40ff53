import { availableParallelism } from 'node:os';
import type { Job, Outcome } from './messages.ts';
import { type Death, startThread, type Task, type Thread } from './thread.ts';

export interface PoolOptions {
  /** At most 2, and no more than there are cores. */
  threads?: number;
  /** A thread whose event loop stands still for this long is ended. 2 000. */
  blockedAfterMs?: number;
  /** Told of a thread that the system does not let go of: Node will wait for it before it ends the process. */
  onStuck?: () => void;
}

/**
 * Few threads that run many attempts at once. This file and what it imports load in a few
 * milliseconds, so that a command can start a thread before it has loaded anything else.
 */
export interface Pool {
  /** Starts a thread ahead of the first job. */
  warm(): void;
  /** Runs one attempt. `Death` when its thread died of it; `null` when it was cancelled by `signal`, or the pool closed meanwhile. */
  run(job: Job, run: Pick<Task, 'env' | 'spend'>, signal: AbortSignal): Promise<Outcome | Death | null>;
  /** Ends all threads, and what runs in them with its children. */
  close(): Promise<void>;
}

/**
 * A further thread is started when each has as much to do as this. One keeps up with a usual run:
 * it waits for answers most of the time, and each thread costs start-up and memory of its own.
 */
const enough = 32;

/** The monitor looks this often; a machine that slept is seen once, not as many missed beats. */
const looks = 8;

/**
 * A pool of threads, each started when it is first needed. A thread that dies or blocks is
 * replaced, and what ran in it runs again: the attempt that ran last (the likely cause) by itself,
 * so that it can only harm itself, the others together; whoever sees a second death, by itself too.
 * A death is an attempt's own only in a thread that never had another: what a check left behind may
 * break its thread long after the check has ended well.
 */
export function createPool({
  threads: size = Math.min(2, availableParallelism()),
  blockedAfterMs = 2000,
  onStuck = () => {},
}: PoolOptions = {}): Pool {
  const threads = new Set<Thread>();
  const silent = new WeakMap<Thread, { beats: number; looks: number }>();
  /** Attempts under suspicion, one at a time in a thread of their own. */
  const suspects: Task[] = [];
  let cell: Thread | null = null;
  const pending = new Set<Task>();
  const ending = new Set<Promise<void>>();
  let lastId = 0;
  let closed = false;
  let monitor: NodeJS.Timeout | null = null;

  const start = (): Thread => {
    const thread = startThread({ onFree, onDeath });
    threads.add(thread);
    monitor ??= setInterval(watch, blockedAfterMs / looks).unref();
    return thread;
  };

  /** A thread on its way out is waited for when the pool closes. */
  const end = (thread: Thread): void => {
    const ended = thread.end().then((isOver) => {
      ending.delete(ended);
      if (!isOver) onStuck();
    });
    ending.add(ended);
  };

  const drop = (thread: Thread): void => {
    threads.delete(thread);
    if (cell === thread) cell = null;
    if (threads.size === 0 && monitor) {
      clearInterval(monitor);
      monitor = null;
    }
  };

  /** It may only be busy, but what comes now need not wait to find out. */
  const isSilent = (thread: Thread): boolean => (silent.get(thread)?.looks ?? 0) >= looks / 4;

  const place = (task: Task): void => {
    const usable = [...threads].filter((thread) => thread !== cell && !thread.isTainted && !isSilent(thread));
    const least = usable.reduce<Thread | null>(
      (best, thread) => (best && best.tasks.size <= thread.tasks.size ? best : thread),
      null,
    );
    const thread = least && (usable.length >= size || least.tasks.size < enough) ? least : start();
    thread.take(task);
  };

  const placeSuspect = (): void => {
    if (cell && cell.tasks.size > 0) return;
    if (cell) {
      const used = cell;
      drop(used);
      end(used);
    }
    const task = suspects.shift();
    if (!task) return;
    cell = start();
    cell.take(task);
  };

  function onFree(thread: Thread): void {
    if (thread === cell) placeSuspect();
    else if (thread.isTainted && thread.tasks.size === 0) {
      drop(thread);
      end(thread);
    }
  }

  function onDeath(thread: Thread, cause: string): void {
    const { current } = thread;
    const tasks = [...thread.tasks.values()];
    const isOwn = thread.taken === 1;
    drop(thread);
    end(thread);
    if (closed) return;
    for (const task of tasks) {
      task.strikes += 1;
      if (isOwn) task.finish({ cause, startedAt: task.startedAt });
      else if (tasks.length === 1 || task.id === current || task.strikes > 1) suspects.push(task);
      else place(task);
    }
    placeSuspect();
  }

  function watch(): void {
    for (const thread of threads) {
      const { beats } = thread;
      const seen = silent.get(thread);
      const isStill = thread.tasks.size > 0 && beats > 0 && seen?.beats === beats;
      const count = isStill ? (seen?.looks ?? 0) + 1 : 0;
      silent.set(thread, { beats, looks: count });
      if (count < looks) continue;
      onDeath(thread, `blocked its thread for ${Math.round(blockedAfterMs / 100) / 10} s`);
    }
  }

  return {
    warm() {
      if (!closed && threads.size === 0) start();
    },
    async run(job, { env, spend }, signal) {
      if (closed || signal.aborted) return null;
      const { promise, resolve } = Promise.withResolvers<Outcome | Death | null>();
      lastId = (lastId % 0x7fffffff) + 1;
      const task: Task = { id: lastId, job, env, spend, finish: resolve, strikes: 0, startedAt: Date.now() };
      const cancel = (): void => {
        for (const thread of threads) if (thread.tasks.has(task.id)) thread.cancel(task.id);
        const at = suspects.indexOf(task);
        if (at !== -1) suspects.splice(at, 1);
        resolve(null);
      };
      signal.addEventListener('abort', cancel, { once: true });
      pending.add(task);
      place(task);
      const outcome = await promise;
      pending.delete(task);
      signal.removeEventListener('abort', cancel);
      return outcome;
    },
    async close() {
      closed = true;
      if (monitor) clearInterval(monitor);
      monitor = null;
      for (const task of pending) task.finish(null);
      for (const thread of threads) end(thread);
      threads.clear();
      await Promise.all(ending);
    },
  };
}
