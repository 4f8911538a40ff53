import type { Shard } from '../../src/project/shard.ts';
import { parseDuration } from '../../src/schemas/duration.ts';
import type { checkOptions } from './check-options.ts';
import { type CommonValues, type OptionValues, UsageError } from './define-command.ts';

/** The options of `runlight check`, as parsed. */
export type CheckOptions = OptionValues<typeof checkOptions> & CommonValues;

export interface RunSettings {
  params: Record<string, string>;
  timeoutMs: number;
  runTimeoutMs: number | null;
  concurrency: number;
  /** `null`: all of it. */
  shard: Shard | null;
  retries: number;
  bail: boolean;
  requireSecrets: boolean;
}

/** Reads the numbers, durations and parameters of `runlight check`. */
export function parseRunOptions(options: OptionValues<typeof checkOptions>): RunSettings {
  return {
    params: Object.fromEntries(options.param.map(parseParam)),
    timeoutMs: parseDurationOption('timeout', options.timeout) ?? 10_000,
    runTimeoutMs: parseDurationOption('run-timeout', options['run-timeout']),
    concurrency: whole('concurrency', options.concurrency, 1) ?? 32,
    shard: parseShard(options.shard),
    retries: whole('retries', options.retries, 0) ?? 0,
    bail: options.bail,
    requireSecrets: options['require-secrets'],
  };
}

/** `NAME=VALUE` of `--param`. */
export function parseParam(text: string): [string, string] {
  const at = text.indexOf('=');
  // Without the text: it may be a value that was to stay secret.
  if (at < 1) throw new UsageError(`\`--param\`: expected NAME=VALUE, such as \`--param hash=0x…\`.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function parseShard(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [, part, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (!part || !of || shard.part < 1 || shard.part > shard.of)
    throw new UsageError(`\`--shard ${text}\`: expected I/N with I from 1 to N, such as \`--shard 2/4\`.`);
  return shard;
}

/** A timer of Node's holds no longer: beyond it, it would end at once. */
const longestMs = 24 * 86_400_000;

/** `5 s`, `500ms`, or a bare number of milliseconds. */
export function parseDurationOption(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = /^\d+$/.test(text) ? Number(text) : parseDuration(text);
  if (ms === null || ms <= 0)
    throw new UsageError(`\`--${name} ${text}\` is no duration; expected one such as \`5 s\` or \`500 ms\`.`);
  if (ms > longestMs) throw new UsageError(`\`--${name} ${text}\` is too long; expected at most \`24 d\`.`);
  return ms;
}

function whole(name: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text) || Number(text) < least)
    throw new UsageError(`\`--${name} ${text}\`: expected a whole number of at least ${least}.`);
  return Number(text);
}
