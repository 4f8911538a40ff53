import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { CheckFailure, ConfigProblem } from '../checks/failure.ts';
import { loadCheck } from '../checks/registry.ts';
import '../project/resolve-runlight.ts';
import { adoptChildren } from './adopt-children.ts';
import { countConnections } from './connections.ts';
import { type AttemptContext, type AttemptHandle, execute } from './execute.ts';
import { fence } from './fence.ts';
import { beatEveryMs, cells, type FromThread, type Job, type ThreadData, type ToThread } from './messages.ts';
import { createRedaction } from './redaction.ts';

interface UnderWay {
  controller: AbortController;
  /** Waits for the values of declared secrets. */
  secrets: ((values: Record<string, string>) => void) | null;
  /** Wait for leave to ask a target, by number. */
  asks: Map<number, (waitMs: number) => void>;
}

/** Takes attempts from the main thread and runs many of them at once, for as long as the thread lives. */
export function attend({ port, shared, prefix }: Omit<ThreadData, 'compileCache'>): void {
  const say = (message: FromThread): void => port.postMessage(message);
  const board = new Int32Array(shared);
  const scopes = new AsyncLocalStorage<AttemptHandle>();
  const underWay = new Map<number, UnderWay>();
  const loaded = new Map<string, ReturnType<typeof loadCheck>>();
  const load: AttemptContext['load'] = (file) => {
    const known = loaded.get(file) ?? loadCheck(file);
    loaded.set(file, known);
    return known;
  };
  let lastAsk = 0;
  const connections = countConnections();
  const redaction = createRedaction();
  const trust = createTrust();

  const start = async (id: number, job: Job): Promise<void> => {
    const mine: UnderWay = { controller: new AbortController(), secrets: null, asks: new Map() };
    underWay.set(id, mine);
    const { outcome, background } = await execute(job, {
      prefix,
      load,
      connections,
      redaction,
      trust,
      secretsOf: (names) =>
        new Promise((resolve) => {
          mine.secrets = resolve;
          say({ type: 'wants', id, names });
        }),
      spend: (target) =>
        new Promise((resolve) => {
          lastAsk += 1;
          mine.asks.set(lastAsk, resolve);
          say({ type: 'spends', id, ask: lastAsk, target });
        }),
      holds: (what) => say({ type: 'holds', id, ...what }),
      touch: () => Atomics.store(board, cells.current, id),
      scope: (handle, body) => scopes.run(handle, body),
      signal: mine.controller.signal,
    });
    underWay.delete(id);
    say({ type: 'done', id, outcome, idle: background === null });
    if (background) {
      await background;
      say({ type: 'settled', id });
    }
  };

  catchStrays(scopes);
  captureOutput(scopes);
  // The first use of `fetch` loads much; better now than in the first check's latency.
  void fetch('data:,').then((answer) => answer.text());
  adoptChildren(() => scopes.getStore());
  fence();
  setInterval(() => Atomics.add(board, cells.beats, 1), beatEveryMs);
  Atomics.add(board, cells.beats, 1);
  port.on('message', (message: ToThread) => {
    if (message.type === 'attempt') void start(message.id, message.job);
    else if (message.type === 'secrets') underWay.get(message.id)?.secrets?.(message.values);
    else if (message.type === 'may') {
      const { asks } = underWay.get(message.id) ?? {};
      asks?.get(message.ask)?.(message.waitMs);
      asks?.delete(message.ask);
    } else underWay.get(message.id)?.controller.abort();
  });
}

/** Leads what no promise tells (an exit, an uncaught error) back to the attempt that caused it. */
function catchStrays(scopes: AsyncLocalStorage<AttemptHandle>): void {
  const exit = process.exit.bind(process);
  const blame = (error: unknown): void => {
    const handle = scopes.getStore();
    if (handle) handle.crash(error);
    else exit(1);
  };
  process.exit = (code) => {
    const error = new Error(`The check called \`process.exit(${code ?? ''})\`.`);
    scopes.getStore()?.crash(error);
    throw error;
  };
  // Not a listener, which a check could remove.
  process.setUncaughtExceptionCaptureCallback(blame);
  process.on('unhandledRejection', (error) => {
    // A request that nobody awaits any more may fail as it likes; anything else is a mistake.
    if (!(error instanceof CheckFailure)) blame(error);
  });
}

/** What a check prints belongs to its evidence, never to our own output. */
function captureOutput(scopes: AsyncLocalStorage<AttemptHandle>): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      scopes.getStore()?.print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
  }
}

/** Adds authorities to those that this thread trusts, each once. `fetch` has no setting per request. */
function createTrust(): (caFile: string) => void {
  const trusted = new Set<string>();
  return (caFile) => {
    const pem = readAuthority(caFile);
    if (trusted.has(pem)) return;
    trusted.add(pem);
    // Importing it would read every authority, needed or not.
    const tls = process.getBuiltinModule('node:tls');
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), pem]);
  };
}

function readAuthority(caFile: string): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch {
    throw new ConfigProblem('The file of the authority that signs this target’s certificate cannot be read.');
  }
}
