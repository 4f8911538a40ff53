import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../scripts/cli/define-command.ts';
import { showDuration } from '../src/text/show-value.ts';
import type { Installable, Installed } from './installable.ts';
import { describeMachine, machineLine } from './machine.ts';
import { answerMarkdown } from './markdown.ts';
import { type BenchOptions, help, readOptions } from './options.ts';
import { installPeers } from './peers/install-peers.ts';
import { peers } from './peers/peers.ts';
import { sitePeers } from './peers/site-peers.ts';
import type { Bench } from './question.ts';
import { questions } from './questions/questions.ts';
import { startSlowServer } from './slow-server.ts';

// `npm run bench`: asks its questions one after the other, and prints each answer when it is there.

const eraseLine = '\r\u001b[2K';

async function main(options: BenchOptions): Promise<void> {
  const stop = new AbortController();
  // `npm run` passes a Ctrl-C on that the terminal has sent already: the second must not cut the tidying up.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(new Error('Interrupted.')));
  const machine = await describeMachine();
  const temporary = await mkdtemp(join(tmpdir(), 'runlight-bench-'));
  try {
    await using server = await startSlowServer();
    const bench: Bench = {
      ...options,
      server,
      signal: stop.signal,
      say,
      peers: installOnce(peers, options.peers),
      sitePeers: installOnce(sitePeers, options.peers),
      folder: () => mkdtemp(join(temporary, 'entrant-')),
    };
    if (!options.json) print(`${machineLine(machine, options.rounds)}\n`);
    const answers = [];
    for (const question of questions.filter(({ id }) => options.only.includes(id))) {
      const startedAt = performance.now();
      const answer = await question.answer(bench);
      say(`${question.id}: answered in ${showDuration(performance.now() - startedAt)}`);
      if (!options.json) print(`${answerMarkdown(question, answer)}\n`);
      answers.push({ id: question.id, asks: question.asks, measurements: answer.measurements, notes: answer.notes });
    }
    if (options.json) print(JSON.stringify({ machine, rounds: options.rounds, answers }, null, 2));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Peers are installed when the first question asks for them. */
function installOnce<P extends Installable>(all: readonly P[], ids: readonly string[]): () => Promise<Installed<P>> {
  let installed: Promise<Installed<P>> | null = null;
  return () => {
    installed ??= installPeers(all, ids, say);
    return installed;
  };
}

/** Progress: one line that is redrawn on a terminal, a line each elsewhere. */
function say(step: string): void {
  process.stderr.write(process.stderr.isTTY ? `${eraseLine}${step}` : `${step}\n`);
}

function print(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(eraseLine);
  process.stdout.write(`${text}\n`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(help);
  else await main(options);
} catch (error) {
  const isUsage = error instanceof UsageError;
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text}\n${isUsage ? 'See `npm run bench -- --help`.\n' : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}
