import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timer } from './timer.ts';

/** A command as a user would type it. */
export interface Command {
  file: string;
  args: readonly string[];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** How a process ended. */
interface Ending {
  /** `null` when a signal ended it. */
  exitCode: number | null;
  /** It was ended because it took longer than the limit. */
  isOverLimit: boolean;
}

/** One process, from its start to its end. */
export interface Measured extends Ending {
  /** By our clock, from `spawn` until the process is gone. */
  wallMs: number;
  /** User and system time of the process and of the children it waited for; `null` where nothing can tell. */
  cpuMs: number | null;
  /** Peak resident memory of its largest process: children are not added up. `null` where nothing can tell. */
  peakMiB: number | null;
  stdout: string;
  stderr: string;
}

export interface MeasureOptions {
  /** A process that takes longer is ended. */
  limitMs: number;
  signal: AbortSignal;
}

/**
 * Runs a command and measures it. Its output goes to files, so that reading it costs no processor
 * time while it runs.
 */
export async function measure(command: Command, { limitMs, signal }: MeasureOptions): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'runlight-bench-run-'));
  const path = (name: string): string => join(folder, name);
  const [file, ...args] = [...(timer?.wrap(path('usage')) ?? []), command.file, ...command.args];
  const [out, err] = await Promise.all([open(path('out'), 'w'), open(path('err'), 'w')]);
  try {
    const startedAt = performance.now();
    // A group of its own, so that what it started ends with it.
    const child = spawn(file ?? command.file, args, {
      cwd: command.cwd,
      env: environmentOf(command),
      stdio: ['ignore', out.fd, err.fd],
      detached: true,
    });
    const ending = await endOf(child, { limitMs, signal });
    const wallMs = performance.now() - startedAt;
    const usage = timer?.read(await readFile(path('usage'), 'utf8').catch(() => '')) ?? null;
    return {
      wallMs,
      cpuMs: usage?.cpuMs ?? null,
      peakMiB: usage?.peakMiB ?? null,
      ...ending,
      stdout: await readFile(path('out'), 'utf8'),
      stderr: await readFile(path('err'), 'utf8'),
    };
  } finally {
    await Promise.all([out.close(), err.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ours, without what would change how Node runs in it, and without colours. */
export function environmentOf({ env }: Command): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_COMPILE_CACHE: __, NODE_V8_COVERAGE: ___, FORCE_COLOR: ____, ...ours } = process.env;
  return { ...ours, NO_COLOR: '1', ...env };
}

/** Waits for the process; ends its whole group at the limit or when the benchmark is interrupted. */
export async function endOf(child: ChildProcess, { limitMs, signal }: MeasureOptions): Promise<Ending> {
  let isOverLimit = false;
  const end = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  };
  const limit = setTimeout(() => {
    isOverLimit = true;
    end();
  }, limitMs);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  try {
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, isOverLimit };
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', end);
    signal.throwIfAborted();
  }
}
