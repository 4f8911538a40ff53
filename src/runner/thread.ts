import { rm } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { cells, type FromThread, type Job, type Outcome, type ThreadData, type ToThread } from './messages.ts';
import { pickSecrets } from './pick-secrets.ts';
import { homePrefix, killGroup, sweep } from './processes.ts';

/** The thread ended under an attempt, by the attempt's own fault. */
export interface Death {
  /** Completes "The check …". */
  cause: string;
  /** By `Date.now()`. */
  startedAt: number;
}

/** One attempt on its way through the pool. */
export interface Task {
  id: number;
  job: Job;
  env: Readonly<Record<string, string | undefined>>;
  /** Takes a request from a target's budget: 0, or the milliseconds until one is free. */
  spend(target: ResolvedTarget): number;
  finish(ending: Outcome | Death | null): void;
  /** How often its thread died under it. */
  strikes: number;
  /** By `Date.now()`. */
  startedAt: number;
}

/** A worker thread with the attempts in it. */
export interface Thread {
  readonly tasks: ReadonlyMap<number, Task>;
  /** Takes nothing more: a check goes on in it, ignoring its signal. */
  readonly isTainted: boolean;
  /** The attempt that ran last, as far as the thread could tell. */
  readonly current: number;
  /** How often its event loop has turned; 0 until it is ready. */
  readonly beats: number;
  take(task: Task): void;
  cancel(id: number): void;
  /** Ends the thread, the children in it and their folders. */
  end(): Promise<void>;
}

export interface ThreadEvents {
  /** A task is done, or the thread can be used again. */
  onFree(thread: Thread): void;
  /** The thread ended by itself. `cause` completes "The check …". */
  onDeath(thread: Thread, cause: string): void;
}

/** Old-generation heap of one thread. The most a healthy load takes is far below. */
const maxHeapMb = 384;
/** A small nursery: what a check makes lives briefly, and every thread has its own. */
const maxYoungMb = 8;

export function startThread({ onFree, onDeath }: ThreadEvents): Thread {
  const shared = new SharedArrayBuffer(8);
  const board = new Int32Array(shared);
  const tasks = new Map<number, Task>();
  const background = new Set<number>();
  /** Told to stop, but not yet known to have. */
  const cancelled = new Set<number>();
  const held = new Map<number, { children: number[]; folders: string[] }>();
  const workerData: ThreadData = { shared, compileCache: getCompileCacheDir() ?? null };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    name: 'runlight-checks',
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: maxYoungMb },
  });
  // A thread without work keeps no process alive.
  worker.unref();
  worker.stdout.resume();
  worker.stderr.resume();
  const prefix = homePrefix(worker.threadId);
  let cause: string | null = null;
  let ended = false;
  const say = (message: ToThread): void => worker.postMessage(message);

  const remove = (id: number): void => {
    tasks.delete(id);
    if (tasks.size === 0) worker.unref();
  };

  const cleanUp = async (): Promise<void> => {
    const all = [...held.values()];
    held.clear();
    for (const { children } of all) for (const child of children) killGroup(child);
    await Promise.all(
      all.flatMap(({ folders }) =>
        folders.map((folder) => rm(folder, { recursive: true, force: true }).catch(() => {})),
      ),
    );
  };

  const thread: Thread = {
    tasks,
    get isTainted() {
      return background.size > 0;
    },
    get current() {
      return Atomics.load(board, cells.current);
    },
    get beats() {
      return Atomics.load(board, cells.beats);
    },
    take(task) {
      tasks.set(task.id, task);
      worker.ref();
      say({ type: 'attempt', id: task.id, job: task.job });
    },
    cancel(id) {
      cancelled.add(id);
      remove(id);
      say({ type: 'cancel', id });
    },
    async end() {
      ended = true;
      worker.ref();
      const isIdle = tasks.size === 0 && background.size === 0 && cancelled.size === 0;
      const cleaned = cleanUp();
      await worker.terminate();
      await cleaned;
      // It may have begun what it had no time to tell of.
      if (!isIdle) await sweep(prefix);
    },
  };

  worker.on('message', (message: FromThread) => {
    const { id } = message;
    switch (message.type) {
      case 'wants':
        say({ type: 'secrets', id, values: pickSecrets(message.names, tasks.get(id)?.env ?? {}) });
        break;
      case 'spends': {
        const task = tasks.get(id);
        const target = task?.job.targets.find(({ name }) => name === message.target);
        // Who was cancelled meanwhile asks for nothing more.
        const waitMs = task && target ? task.spend(target) : Number.MAX_SAFE_INTEGER;
        say({ type: 'may', id, ask: message.ask, waitMs });
        break;
      }
      case 'holds': {
        const mine = held.get(id) ?? { children: [], folders: [] };
        held.set(id, mine);
        if (message.child !== null) mine.children.push(message.child);
        if (message.folder !== null) mine.folders.push(message.folder);
        break;
      }
      case 'done': {
        const task = tasks.get(id);
        remove(id);
        cancelled.delete(id);
        if (message.idle) held.delete(id);
        else background.add(id);
        task?.finish(message.outcome);
        onFree(thread);
        break;
      }
      case 'settled':
        background.delete(id);
        held.delete(id);
        onFree(thread);
        break;
    }
  });
  worker.on('error', (error: Error & { code?: string }) => {
    cause =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `used more than the ${maxHeapMb} MiB of memory that a thread may have`
        : `broke its thread: ${error.message.split('\n')[0]}`;
  });
  worker.on('exit', (code) => {
    if (ended) return;
    ended = true;
    onDeath(thread, cause ?? `ended its thread (exit code ${code})`);
  });
  return thread;
}
