import type { World } from './contract.ts';
import type { End } from './fault.ts';
import { LabError, unknownName } from './lab-error.ts';
import type { RunningService, ServiceDefinition } from './service.ts';
import { findService } from './services.ts';

/** Which faults are set in a world. Changes happen one after the other, in the order of the calls. */
export interface FaultBoard extends Pick<World, 'break' | 'mend' | 'broken'> {
  /** Waits for changes under way; later ones are refused. */
  close(): Promise<void>;
}

interface SetFault {
  service: string;
  kind: string;
  end: End;
}

export function createFaultBoard(
  started: readonly ServiceDefinition<unknown>[],
  running: ReadonlyMap<string, RunningService<unknown>>,
): FaultBoard {
  const faults = new Map<string, SetFault>();
  let closed = false;
  let queue: Promise<void> = Promise.resolve();

  function enqueue(change: () => Promise<void>): Promise<void> {
    if (closed) return Promise.reject(new LabError('stopped', 'This lab has been stopped. Start a new one.'));
    const done = queue.then(change);
    queue = done.catch(() => undefined);
    return done;
  }
  async function takeBack(id: string): Promise<void> {
    const fault = faults.get(id);
    faults.delete(id);
    await fault?.end();
  }
  return {
    broken: () => [...faults.keys()],
    break: (id) =>
      enqueue(async () => {
        const { service, fault } = parseFault(id, started);
        if (faults.has(id)) return;
        for (const [other, set] of faults)
          if (set.service === service && set.kind === fault.kind) await takeBack(other);
        const end = await fault.begin(running.get(service)?.part);
        faults.set(id, { service, kind: fault.kind, end });
      }),
    mend: (id) =>
      enqueue(async () => {
        if (id !== undefined) parseFault(id, started);
        for (const each of id === undefined ? [...faults.keys()] : [id]) await takeBack(each);
      }),
    close() {
      closed = true;
      return queue;
    },
  };
}

function parseFault(id: string, started: readonly ServiceDefinition<unknown>[]) {
  const [service = '', ...rest] = id.split('.');
  const { faults } = findService(service);
  const fault = faults[rest.join('.')];
  if (!fault) {
    const known = Object.keys(faults).map((name) => `${service}.${name}`);
    throw unknownName('fault', id, known);
  }
  const names = started.map(({ name }) => name);
  if (!names.includes(service))
    throw new LabError(
      'not-running',
      `\`${service}\` is not running in this lab, which has ${names.join(', ')}. Start the lab with it.`,
    );
  return { service, fault };
}
