import type { World, WorldState } from '../../lab/world.ts';
import { UsageError } from './define-command.ts';
import { stateFolder } from './state-folder.ts';

export interface OpenLab {
  state: WorldState;
  /** Whether it was running already; then it is left as it is. */
  wasRunning: boolean;
  /** The value of `lab:NAME`: first of the target's own service, then of any. */
  value(name: string, service: string | null): string | null;
  /** All names that `value` knows. */
  valueNames: string[];
  close(): Promise<void>;
}

export interface OpenLabOptions {
  services: readonly string[];
  /** Faults to set; they get a world of their own, so that nobody else's lab breaks. */
  breaks: readonly string[];
  onProgress: (line: string) => void;
  signal?: AbortSignal;
}

/** Uses the running lab, or starts one for this run with the services it needs. */
export async function openLab({ services, breaks, onProgress, signal }: OpenLabOptions): Promise<OpenLab> {
  const running = breaks.length === 0 ? await findLab(services) : null;
  if (running) return asOpenLab(running, true);
  const { startWorld } = await import('../../lab/world.ts');
  onProgress('starting the lab');
  const world = await startWorld({ services: [...services], onProgress, ...(signal ? { signal } : {}) });
  try {
    for (const fault of breaks) await world.break(fault);
  } catch (error) {
    await world.stop();
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  return asOpenLab(world, false);
}

async function findLab(services: readonly string[]): Promise<World | null> {
  const { readState } = await import('../../lab/state-file.ts');
  const state = await readState(stateFolder);
  if (!state || services.some((name) => !state.services[name])) return null;
  const { connectWorld } = await import('../../lab/control.ts');
  return connectWorld(state);
}

/** A lab that runs, as targets and pages use it. */
export function asOpenLab(world: Pick<World, 'state' | 'stop'>, wasRunning: boolean): OpenLab {
  const { services } = world.state;
  return {
    state: world.state,
    wasRunning,
    valueNames: [...new Set(Object.values(services).flatMap(({ values }) => Object.keys(values)))],
    value(name, service) {
      const own = service === null ? undefined : services[service]?.values[name];
      return own ?? Object.values(services).find(({ values }) => Object.hasOwn(values, name))?.values[name] ?? null;
    },
    close: () => (wasRunning ? Promise.resolve() : world.stop()),
  };
}
