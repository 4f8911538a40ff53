/** The embedded world: real and realistic services with faults that can be set and taken back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World, WorldState } from './contract.ts';
import { serveControl } from './control.ts';
import { createFaultBoard, type FaultBoard } from './fault-board.ts';
import { LabError } from './lab-error.ts';
import { type ProcessGuard, startGuard } from './process-guard.ts';
import type { RunningService, ServiceContext, ServiceDefinition, Stoppable } from './service.ts';
import { chooseServices } from './services.ts';

export type { FaultInfo, ServiceInfo, World, WorldState } from './contract.ts';
export { LabError } from './lab-error.ts';
export { listServices } from './services.ts';

export interface WorldOptions {
  /** Names of the services to start, with what they need; all by default. */
  services?: string[];
  /** Told a sentence when a service is up. */
  onProgress?: (line: string) => void;
  /** Aborted while the world starts, it ends what had been started and the start fails; afterwards it stops the world. */
  signal?: AbortSignal;
}

type Running = ReadonlyMap<string, RunningService<unknown>>;

/** Starts the services on free loopback ports, all at once. Throws LabError; then nothing is left running. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { services, onProgress = () => undefined, signal } = options;
  const chosen = chooseServices(services);
  throwIfAborted(signal);
  const tempDir = await mkdtemp(join(tmpdir(), 'runlight-lab-'));
  const guard = startGuard(tempDir);
  const ending: Stoppable[] = [];
  const end = () => endAll(ending, guard, tempDir);
  try {
    const running = await startServices(chosen, createContext(tempDir, guard, ending), ending, onProgress);
    const faults = createFaultBoard(chosen, running);
    const world = await createWorld(running, faults, ending, end);
    throwIfAborted(signal);
    ending.push(stopOnAbort(world, signal));
    return world;
  } catch (error) {
    await end();
    throw error;
  }
}

async function createWorld(
  running: Running,
  faults: FaultBoard,
  ending: Stoppable[],
  end: () => Promise<void>,
): Promise<World> {
  const startedAt = new Date().toISOString();
  let stopped: Promise<void> | null = null;
  const describe = (controlUrl: string): WorldState => ({
    pid: process.pid,
    controlUrl,
    startedAt,
    services: Object.fromEntries([...running].map(([name, { url, values }]) => [name, { url, values }])),
    caFile: [...running.values()].find(({ caFile }) => caFile)?.caFile ?? null,
  });
  const control = await serveControl(describe, faults);
  ending.push(control);
  return {
    state: describe(control.url),
    break: faults.break,
    mend: faults.mend,
    broken: faults.broken,
    stop: () => (stopped ??= faults.close().then(end)),
  };
}

function createContext(tempDir: string, guard: ProcessGuard, ending: Stoppable[]): ServiceContext {
  const shared = new Map<string, Promise<unknown>>();
  return {
    tempDir,
    guard: guard.watch,
    share<T extends Stoppable>(name: string, start: () => Promise<T>): Promise<T> {
      const known = shared.get(name) as Promise<T> | undefined;
      if (known) return known;
      const started = start().then((value) => {
        // First in the list is stopped last: after the services that stand on it.
        ending.unshift(value);
        return value;
      });
      shared.set(name, started);
      return started;
    },
  };
}

/** When one of them fails, the others are waited for, so that all of them can be ended. */
async function startServices(
  chosen: readonly ServiceDefinition<unknown>[],
  context: ServiceContext,
  ending: Stoppable[],
  onProgress: (line: string) => void,
): Promise<Running> {
  const running = new Map<string, RunningService<unknown>>();
  const starts = chosen.map(async ({ name, start }) => {
    const service = await start(context);
    ending.push(service);
    running.set(name, service);
    onProgress(`${name} is up at ${service.url}${service.note ? ` (${service.note})` : ''}.`);
  });
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return new Map(chosen.map(({ name }) => [name, running.get(name)] as [string, RunningService<unknown>]));
}

async function endAll(ending: Stoppable[], guard: ProcessGuard, tempDir: string): Promise<void> {
  for (const part of ending.splice(0).reverse()) await part.stop().catch(() => undefined);
  await guard.release();
  await rm(tempDir, { recursive: true, force: true });
}

/** Stopped itself, it no longer listens: one signal may outlive many worlds. */
function stopOnAbort(world: World, signal: AbortSignal | undefined): Stoppable {
  const stop = () => void world.stop();
  signal?.addEventListener('abort', stop);
  return { stop: async () => signal?.removeEventListener('abort', stop) };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new LabError('interrupted', 'The lab was interrupted while it started.');
}
