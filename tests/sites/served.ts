import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../src/project/folders.ts';
import { childEnvironment } from './run.ts';

/** A server that runs as a process of its own. */
export interface Served {
  child: ChildProcess;
  /** Both streams so far. */
  output(): string;
  /** Waits until it has printed this; fails when it ends before. */
  says(text: string | RegExp): Promise<RegExpMatchArray>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Command lines of it and of all that it started, as far as they live; children of checks, whose environment is empty, by `childMark`. */
  alive(): Promise<string[]>;
}

/** Seconds that a child of a check sleeps, so that it is known among all processes. */
export const childMark = `6${process.pid}`;

/** Starts a script of the repository, such as `scripts/start.ts`. What it starts inherits a mark in its environment, by which it is found. */
export function serve(script: string, args: readonly string[], env: Record<string, string> = {}): Served {
  const mark = randomUUID();
  const child = spawn(process.execPath, [join(packageRoot, script), ...args], {
    cwd: packageRoot,
    env: childEnvironment({ ...env, RUNLIGHT_TEST_MARK: mark }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let isOver = false;
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => {
      isOver = true;
      resolve(code ?? signal);
    }),
  );
  return {
    child,
    output: () => output,
    async says(text) {
      for (;;) {
        const found = output.match(text);
        if (found) return found;
        if (isOver) throw new Error(`It ended without saying ${text}:\n${output}`);
        await sleep(20);
      }
    },
    ended,
    async alive() {
      const pids = (await readdir('/proc')).filter((id) => /^\d+$/.test(id));
      const lines = await Promise.all(
        pids.map(async (pid) => {
          const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
          const line = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
          return environment.includes(mark) || line.includes(`sleep ${childMark}`) ? [line] : [];
        }),
      );
      return lines.flat();
    },
  };
}

/** Waits until the server and all that it started are gone; returns what is still there after `ms`. */
export async function remains({ alive }: Served, ms = 5000): Promise<string[]> {
  for (const until = Date.now() + ms; ; await sleep(50)) {
    const left = await alive();
    if (left.length === 0 || Date.now() > until) return left;
  }
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
