import childProcess, { type ChildProcess } from 'node:child_process';

/** The attempt that a process is started for. */
export interface Parent {
  /** What marks its processes, as `NAME=value` of their environment. */
  readonly mark: string;
  adopt(child: ChildProcess): void;
}

/** What Node itself hands to the one function that starts every process. */
interface Options {
  envPairs?: string[];
  detached?: boolean;
  stdio?: unknown;
}
type Start = (this: ChildProcess, options: Options) => unknown;

/**
 * Makes a process that a check (or a library of it) starts without `$` one that ends with the check, like
 * a command of `$`: marked, in a process group of its own, and never on our own input and output.
 * All asynchronous functions of `node:child_process` pass through `ChildProcess.prototype.spawn`.
 */
export function adoptChildren(parentOf: () => Parent | undefined): void {
  const starter = childProcess.ChildProcess.prototype as unknown as { spawn: Start };
  const { spawn } = starter;
  starter.spawn = function startAdopted(options) {
    const parent = parentOf();
    if (!parent) throw new Error('A check starts processes inside its `run`, not while it is loaded.');
    const envPairs = [...(options.envPairs ?? []), parent.mark];
    const result = spawn.call(this, { ...options, envPairs, detached: true, stdio: ownStdio(options.stdio) });
    parent.adopt(this);
    return result;
  };
}

/** Without our own standard input and output, which hold the report. */
function ownStdio(stdio: unknown): unknown {
  if (Array.isArray(stdio)) return stdio.map(ownStdio);
  return stdio === 'inherit' || stdio === 0 || stdio === 1 || stdio === 2 ? 'ignore' : stdio;
}
