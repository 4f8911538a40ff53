import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import { countLeftBehind } from './left-behind.ts';
import { killGroup, markName, newMark, sweep } from './processes.ts';

type Zx = typeof import('zx/core');

export interface ShellOptions {
  /** How the marks of this thread begin. */
  prefix: string;
  path: string;
  lang: string;
  /** Values of the secrets that the check declares. */
  secrets: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Tells what must be cleaned up should this thread not live to do it. */
  holds(what: { child: number | null; folder: string | null }): void;
}

export interface Shell {
  readonly $: Zx['$'];
  /** What marks all that the check starts, as `NAME=value` of an environment. */
  readonly mark: string;
  /** Takes a process that was started without `$`: it leads a group of its own, and is marked. */
  adopt(child: ChildProcess): void;
  /** How many processes of it still run. */
  leftBehind(): Promise<number>;
  /** Ends every child and removes the temporary folder. */
  close(): Promise<void>;
}

interface StartOptions {
  env?: NodeJS.ProcessEnv;
}

/** What one command may print; more would leak memory that no limit of the thread covers. */
const maxOutput = 8 * 1024 * 1024;

/**
 * zx for one attempt: quiet, an own temporary folder as working directory and home, nothing on
 * standard input, an environment of `PATH`, `HOME`, `LANG` and the declared secrets. Each command
 * leads a process group of its own, which is killed when the attempt ends. Nothing is loaded or
 * made before the check first uses it.
 */
export function createShell({ prefix, path, lang, secrets, signal, holds }: ShellOptions): Shell {
  const groups: number[] = [];
  /** Nothing ran any more when it was last looked for, and nothing has been started since. */
  let isQuiet = false;
  const mark = newMark(prefix);
  let folder: string | null = null;
  let scoped: Zx['$'] | null = null;
  const kill = (): void => {
    for (const group of groups) killGroup(group);
  };
  const adopt = ({ pid }: ChildProcess): void => {
    if (pid === undefined || groups.includes(pid)) return;
    groups.push(pid);
    isQuiet = false;
    holds({ child: pid, folder: null });
    // Too late to be ended with the others.
    if (signal.aborted) killGroup(pid);
  };
  const start = (command: string, args: readonly string[], options: StartOptions): ChildProcess => {
    signal.throwIfAborted();
    const child = spawn(command, args, { ...options, env: { ...options.env, [markName]: mark }, detached: true });
    adopt(child);
    boundOutput(child);
    return child;
  };
  const open = (): Zx['$'] => {
    const zx = createRequire(import.meta.url)('zx/core') as Zx;
    folder = mkdtempSync(mark);
    holds({ child: null, folder });
    const bash = zx.which.sync('bash', { path, nothrow: true });
    if (bash === null) throw new Error('zx needs `bash`, and there is none on the PATH.');
    const base = zx.$({
      shell: bash,
      prefix: 'set -euo pipefail;',
      quote: zx.quote,
      quiet: true,
      verbose: false,
      cwd: folder,
      env: { PATH: path, HOME: folder, TMPDIR: folder, LANG: lang, ...secrets },
      spawn: start as typeof spawn,
      kill: async (pid) => killGroup(Number(pid)),
    });
    return base as unknown as Zx['$'];
  };
  signal.addEventListener('abort', kill, { once: true });
  const opened = (): Zx['$'] => {
    scoped ??= open();
    return scoped;
  };
  return {
    $: withClosedInput(opened),
    mark: `${markName}=${mark}`,
    adopt,
    async leftBehind() {
      const count = groups.length === 0 ? 0 : await countLeftBehind(groups, mark);
      isQuiet = count === 0;
      return count;
    },
    async close() {
      if (!isQuiet) kill();
      if (!isQuiet && groups.length > 0) await sweep(mark);
      else if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

function boundOutput(child: ChildProcess): void {
  let printed = 0;
  const count = (chunk: Buffer): void => {
    printed += chunk.length;
    if (printed > maxOutput && child.pid !== undefined) killGroup(child.pid);
  };
  child.stdout?.on('data', count);
  child.stderr?.on('data', count);
}

/** zx, whose commands find their input at its end unless something is piped or written into it at once. */
function withClosedInput(open: () => Zx['$']): Zx['$'] {
  const scoped = (pieces: TemplateStringsArray | object, ...args: unknown[]): unknown => {
    if (!isTemplate(pieces)) return withClosedInput(() => open()(pieces) as unknown as Zx['$']);
    const command = open()(pieces, ...args);
    // Every command is a stream to pipe into; zx's types keep that part to itself.
    const input = command as unknown as Pick<Writable, 'once' | 'end'>;
    let isPiped = false;
    input.once('pipe', () => {
      isPiped = true;
    });
    setImmediate(() => {
      if (!isPiped) input.end();
    });
    return command;
  };
  return scoped as unknown as Zx['$'];
}

function isTemplate(pieces: TemplateStringsArray | object): pieces is TemplateStringsArray {
  return Array.isArray(pieces);
}
