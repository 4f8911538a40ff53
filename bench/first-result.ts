import { spawn, spawnSync } from 'node:child_process';
import { type Command, endOf, environmentOf, type MeasureOptions } from './measure.ts';
import type { SlowServer } from './slow-server.ts';

/** When things happened, in ms from the start of the process. */
export interface Moments {
  /** `null` where the server was not asked. */
  firstRequestMs: number | null;
  /** `null` where no result was shown, or no terminal could be had. */
  firstResultMs: number | null;
  endMs: number;
  requests: number;
  said: string;
}

/** util-linux’s `script` gives a program a terminal of its own. */
const hasTerminal = (spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '').includes('util-linux');

/** The status line counts a block that is done, or a page is printed. */
const firstResult = /(?<!\d)[1-9]\d*\/\d+ · |● /;

/** Runs a command on a terminal, and watches from outside: the terminal and the server. */
export async function watchStart(command: Command, options: MeasureOptions & { server: SlowServer }): Promise<Moments> {
  await options.server.reset();
  const [file, ...args] = hasTerminal ? onTerminal(command) : [command.file, ...command.args];
  const startedAt = now();
  const child = spawn(file ?? command.file, args, {
    cwd: command.cwd,
    env: environmentOf({ ...command, env: { TERM: 'xterm', COLUMNS: '100' } }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  let shownAt: number | null = null;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (hasTerminal && shownAt === null && firstResult.test(said)) shownAt = now();
    });
  }
  const { exitCode } = await endOf(child, options);
  const endedAt = now();
  if (exitCode !== 0) throw new Error(`\`${command.args.join(' ')}\` exited with ${exitCode}: ${said.slice(-400)}`);
  const { firstAtMs, requests } = await options.server.seen();
  return {
    firstRequestMs: firstAtMs === null ? null : firstAtMs - startedAt,
    firstResultMs: shownAt === null ? null : shownAt - startedAt,
    endMs: endedAt - startedAt,
    requests,
    said,
  };
}

function onTerminal({ file, args }: Command): string[] {
  const line = [file, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return ['script', '--quiet', '--flush', '--return', '--command', `exec ${line}`, '/dev/null'];
}

/** The clock that the server reads, too. */
function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
