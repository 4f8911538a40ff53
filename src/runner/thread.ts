import { rm } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { pickSecrets } from '../project/pick-secrets.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { cells, type FromThread, type Job, type Outcome, type ThreadData, type ToThread } from './messages.ts';
import { killGroup, newMarkPrefix, sweep } from './processes.ts';

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
  /** How many tasks it ever took: what a finished one left behind may still break it. */
  readonly taken: number;
  /** Takes nothing more: a check goes on in it, ignoring its signal. */
  readonly isTainted: boolean;
  /** The attempt that ran last, as far as the thread could tell. */
  readonly current: number;
  /** How often its event loop has turned; 0 until it is ready. */
  readonly beats: number;
  take(task: Task): void;
  cancel(id: number): void;
  /** Ends the thread, the children in it and their folders. `false`: it is stuck inside the system. */
  end(): Promise<boolean>;
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
/** A thread ends within milliseconds, unless the system does not let go of it: a read that never returns. */
const stuckAfterMs = 2000;

export function startThread({ onFree, onDeath }: ThreadEvents): Thread {
  const shared = new SharedArrayBuffer(8);
  const board = new Int32Array(shared);
  const tasks = new Map<number, Task>();
  const background = new Set<number>();
  /** Told to stop, but not yet known to have. */
  const cancelled = new Set<number>();
  const held = new Map<number, { children: number[]; folders: string[] }>();
  const prefix = newMarkPrefix();
  const { port1: port, port2 } = new MessageChannel();
  const workerData: ThreadData = { port: port2, shared, prefix, compileCache: getCompileCacheDir() ?? null };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    transferList: [port2],
    name: 'runlight-checks',
    env: {},
    argv: [],
    execArgv: [],
    // Nothing comes there: what checks print is their evidence. Read, they would keep the process alive.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: maxYoungMb },
  });
  // A thread without work keeps no process alive.
  worker.unref();
  let taken = 0;
  let cause: string | null = null;
  let ended = false;
  const say = (message: ToThread): void => port.postMessage(message);

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
    get taken() {
      return taken;
    },
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
      taken += 1;
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
      const giveUp = new AbortController();
      const isOver = await Promise.race([
        worker.terminate().then(() => true),
        sleep(stuckAfterMs, false, { signal: giveUp.signal }),
      ]);
      giveUp.abort();
      worker.unref();
      await cleaned;
      // It may have begun what it had no time to tell of.
      if (!isIdle) await sweep(prefix);
      return isOver;
    },
  };

  const receive = (message: FromThread): void => {
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
  };
  port.on('message', receive);
  // The thread as a whole is what keeps the process alive, while it has tasks.
  port.unref();
  worker.on('error', (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    cause =
      code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `used more than the ${maxHeapMb} MiB of memory that a thread may have`
        : 'broke its thread';
  });
  worker.on('exit', (code) => {
    if (ended) return;
    // What it said last may not have come yet.
    for (let last = receiveMessageOnPort(port); last; last = receiveMessageOnPort(port)) receive(last.message);
    ended = true;
    onDeath(thread, cause ?? `ended its thread (exit code ${code})`);
  });
  return thread;
}
