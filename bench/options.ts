import { parseArgs } from 'node:util';
import { UsageError } from '../scripts/cli/define-command.ts';
import { suggest } from '../src/text/nearest.ts';
import { peers } from './peers/peers.ts';
import { sitePeers } from './peers/site-peers.ts';
import { questions } from './questions/questions.ts';

export interface BenchOptions {
  only: string[];
  sizes: number[] | null;
  peers: string[];
  rounds: number;
  limitMs: number;
  json: boolean;
  help: boolean;
}

const known = {
  only: questions.map(({ id }) => id),
  peers: [...peers, ...sitePeers].map(({ id }) => id as string),
};

const options = {
  only: { type: 'string' },
  sizes: { type: 'string' },
  peers: { type: 'string' },
  runs: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const help = `Measures Runlight, side by side with others, and prints Markdown tables.

Usage: npm run bench -- [options]

Options:
      --only LIST    Only these questions: ${known.only.join(', ')}
      --sizes LIST   How many checks or pages, for each question that has sizes: 50,200
      --peers LIST   Only these, installed into .runlight/bench at first: ${known.peers.join(', ')}; or none
      --runs N       Rounds of each measurement, after one to warm up (default 5)
      --limit S      Seconds after which a process is ended, and not tried with more checks (default 120)
      --json         Print the numbers as JSON instead
  -h, --help         Show this help

Examples:
  npm run bench
      Everything, about an hour on two quiet cores
  npm run bench -- --only running --sizes 50,200 --peers hurl,stepci --runs 3
      One question, small, against two; half a minute
  npm run bench -- --only building --sizes 100 --peers starlight,material --runs 1
      How long a site of 100 pages takes to build, against two; a minute
  npm run bench -- --only startup,memory --peers none --json > numbers.json
      Runlight alone, for a program to read

A comparison is only fair within one run, on a machine that does nothing else.
`;

/** Reads the options; wrong use is a `UsageError`. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const values = parse(argv);
  return {
    only: namesIn('only', values.only, known.only),
    sizes: values.sizes === undefined ? null : values.sizes.split(',').map((text) => wholeNumber('sizes', text)),
    peers: values.peers === 'none' ? [] : namesIn('peers', values.peers, known.peers),
    rounds: wholeNumber('runs', values.runs ?? '5'),
    limitMs: wholeNumber('limit', values.limit ?? '120') * 1000,
    json: values.json,
    help: values.help,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}.`);
  }
}

function namesIn(option: string, text: string | undefined, all: readonly string[]): string[] {
  const names = text?.split(',') ?? [...all];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new UsageError(`\`--${option}\` has no \`${unknown}\`.${suggest(unknown, all)}`);
  return names;
}

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`\`--${option} ${text}\`: expected a whole number of at least 1.`);
  return Number(text);
}
