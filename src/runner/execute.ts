import type { CheckDefinition } from '../checks/define.ts';
import { CheckFailure } from '../checks/failure.ts';
import { paramMeta } from '../checks/param.ts';
import type { loadCheck } from '../checks/registry.ts';
import { expectsOf } from '../redact/expects.ts';
import type { Parent } from './adopt-children.ts';
import { startClock } from './clock.ts';
import { because, conclude, type Ending } from './conclude.ts';
import type { Connections } from './connections.ts';
import { createEvidenceBox } from './evidence.ts';
import { createHttp } from './http.ts';
import type { Judgement } from './judge.ts';
import type { Job, Outcome } from './messages.ts';
import { parseParams } from './parse-params.ts';
import { readTreeFile } from './read-tree-file.ts';
import type { Redaction } from './redaction.ts';
import { createSeal, textsOf } from './seal.ts';
import { missingSentence } from './secrets.ts';
import { createShell, type Shell } from './shell.ts';

/** What a thread knows of the attempt that some code runs for. */
export interface AttemptHandle extends Parent {
  /** Ends the attempt: the check broke in a way that its promise does not tell. */
  crash(error: unknown): void;
  print(text: string): void;
}

/** What an attempt needs of the thread it runs in. */
export interface AttemptContext {
  /** How the marks of this thread begin: see `newMarkPrefix`. */
  prefix: string;
  load(file: string): ReturnType<typeof loadCheck>;
  connections: Connections;
  redaction: Redaction;
  /** Values of the secrets that a check declares, where they are set. */
  secretsOf(names: readonly string[]): Promise<Record<string, string>>;
  holds(what: { child: number | null; folder: string | null }): void;
  /** Takes a request from a target's budget: 0, or the milliseconds until one is free. */
  spend(target: string): Promise<number>;
  /** Says that this attempt is what the thread does now. */
  touch(): void;
  /** Trusts a PEM file beside the system's authorities. */
  trust(caFile: string): void;
  /** Runs `body` so that whatever it starts can be led back to `handle`. */
  scope<T>(handle: AttemptHandle, body: () => T): T;
  /** Aborted when the run is interrupted. */
  signal: AbortSignal;
}

export interface Executed {
  outcome: Outcome;
  /** The check's promise, where it goes on although the attempt is over. */
  background: Promise<unknown> | null;
}

/** One attempt of one check: parameters, context, run, and what came of it. Never rejects. */
export async function execute(job: Job, context: AttemptContext): Promise<Executed> {
  const { planned } = job;
  const startedAt = new Date().toISOString();
  const started = performance.now();
  const box = createEvidenceBox();
  let hashes: string[] = [];
  const end = async (judgement: Judgement, secrets = job.secrets): Promise<Outcome> => {
    const durationMs = Math.round((performance.now() - started) * 10) / 10;
    const evidence = box.collect(judgement.verdict === 'pass');
    const seal = createSeal(await context.redaction(textsOf({ ...judgement, evidence }), { secrets, hashes }));
    return {
      verdict: judgement.verdict,
      reason: judgement.reason && seal.reason(judgement.reason),
      readings: judgement.readings.map(seal.reading),
      evidence: seal.evidence(evidence),
      startedAt,
      durationMs,
    };
  };
  context.touch();
  const loaded = await context.load(planned.checkFile);
  context.touch();
  if ('message' in loaded)
    return {
      outcome: await end(because('script', `The check \`${planned.check}\` cannot be used: ${loaded.message}`)),
      background: null,
    };
  const { definition } = loaded;
  hashes = hashesIn(definition, planned.params);
  const params = parseParams(definition, planned.params);
  if (typeof params === 'string') return { outcome: await end(because('config', params)), background: null };
  const declared = definition.secrets ?? [];
  const secrets = declared.length > 0 ? await context.secretsOf(declared) : {};
  const missing = missingSentence(`The check \`${planned.check}\``, declared, secrets);
  if (missing !== null) return { outcome: await end(because('no-secret', missing)), background: null };

  const clock = startClock(job.timeoutMs, context.signal);
  const shell = createShell({
    prefix: context.prefix,
    ...job.shell,
    secrets,
    signal: clock.signal,
    holds: context.holds,
  });
  const { promise: crashed, reject: crash } = Promise.withResolvers<never>();
  let stray: Ending | null = null;
  crashed.catch((error: unknown) => {
    stray = { kind: 'threw', error };
  });
  const run = async (): Promise<unknown> => {
    for (const { caFile } of job.targets) if (caFile !== null) context.trust(caFile);
    const pending = {
      begin: clock.enter,
      end() {
        clock.leave();
        context.touch();
      },
    };
    const http = createHttp(planned.target, {
      targets: new Map(job.targets.map((target) => [target.name, target])),
      secrets: job.secrets,
      signal: clock.signal,
      timeoutMs: job.timeoutMs,
      connections: context.connections,
      spend: ({ name }) => context.spend(name),
      pending,
      exchange: box.exchange,
    });
    return definition.run({
      params,
      http,
      $: shell.$,
      file: (path) => readTreeFile(path, { root: planned.root, params: definition.params, given: planned.params }),
      wanted: new Set(planned.rows.map(({ reading }) => reading)),
      secrets,
      evidence: box.add,
      fail: (code, message, options) => new CheckFailure(code, message, options),
      signal: clock.signal,
    });
  };
  const running = context.scope({ crash, print: box.print, mark: shell.mark, adopt: shell.adopt }, run);
  let settled = false;
  const watched = running.finally(() => {
    settled = true;
  });
  watched.catch(() => {});
  const ending = await endingOf(Promise.race([watched, crashed]), clock.givenUp);
  // A promise that the check forgot may have rejected in the same moment: Node says so one turn later.
  if (ending.kind === 'returned') await new Promise(setImmediate);
  const left = ending.kind === 'returned' ? await shell.leftBehind() : 0;
  clock.stop(settled);
  const known = { ...job.secrets, ...secrets };
  const judged = async (): Promise<Outcome> => {
    if (left > 0) return end(leftBehind(left), known);
    const { judgement, problem } = conclude(stray ?? ending, planned, definition, clock.lateness());
    if (problem !== null) box.add('What the check threw', problem);
    return end(judgement, known);
  };
  const outcome = await orElse(judged, () => end(because('script', unreadable), known));
  await closeQuietly(shell);
  return { outcome, background: settled ? null : watched.catch(() => {}) };
}

async function endingOf(running: Promise<unknown>, givenUp: Promise<void>): Promise<Ending> {
  return Promise.race([
    running.then(
      (value): Ending => ({ kind: 'returned', value }),
      (error: unknown): Ending => ({ kind: 'threw', error }),
    ),
    givenUp.then((): Ending => ({ kind: 'abandoned' })),
  ]);
}

/** A getter that throws, a proxy, an error whose message is no text. */
const unreadable = 'The check ended with something that broke while it was read.';

async function orElse<T>(attempt: () => Promise<T>, fallback: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch {
    return fallback();
  }
}

function leftBehind(count: number): Judgement {
  const what = count === 1 ? 'a process' : `${count} processes`;
  return because('script', `The check returned and left ${what} running; it must await what it starts.`);
}

async function closeQuietly(shell: Shell): Promise<void> {
  try {
    await shell.close();
  } catch {
    // A temporary folder that cannot be removed says nothing about the target.
  }
}

/** The values that the block was asked about where a hash is expected: whoever gave them was asked for no secret. */
function hashesIn({ params }: Pick<CheckDefinition, 'params'>, given: Readonly<Record<string, string>>): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const schema = params[name];
    return schema && expectsOf(paramMeta(schema).expected) === 'hash' ? [value] : [];
  });
}
