import { randomUUID } from 'node:crypto';
import type { LiveRun, LiveRunEvent } from '../schemas/api.ts';
import type { Result } from '../schemas/report.ts';
import { createEventLog, type EventLog } from './event-log.ts';

/** One request to run some blocks, while it goes on and for a while after. */
export interface RunRecord {
  readonly state: LiveRun;
  /** Has all of its events: they are few. */
  readonly log: EventLog<LiveRunEvent>;
  began(block: string): void;
  /** `null`: it was interrupted. */
  ended(block: string, result: Result | null): void;
  /** Resolved when every block has ended. */
  readonly done: Promise<void>;
}

export function createRunRecord(
  environment: string,
  blocks: readonly { block: string; joined: boolean }[],
  own: boolean,
): RunRecord {
  const startedAt = new Date().toISOString();
  const id = randomUUID();
  const state: LiveRun = {
    id,
    environment,
    startedAt,
    endedAt: null,
    own,
    blocks: blocks.map((each) => ({ ...each, state: 'waiting', result: null })),
  };
  const log = createEventLog<LiveRunEvent>(blocks.length * 2 + 2);
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const entries = new Map(state.blocks.map((each) => [each.block, each]));
  log.push({ type: 'start', run: { id, environment, startedAt }, blocks: blocks.map(({ block }) => block) });
  let left = blocks.length;
  return {
    state,
    log,
    done,
    began(block) {
      const its = entries.get(block);
      if (its?.state !== 'waiting') return;
      its.state = 'running';
      log.push({ type: 'block-start', block });
    },
    ended(block, result) {
      const its = entries.get(block);
      if (!its || its.state === 'done' || its.state === 'interrupted') return;
      its.state = result ? 'done' : 'interrupted';
      its.result = result;
      log.push({ type: 'block-end', block, result });
      left -= 1;
      if (left > 0) return;
      state.endedAt = new Date().toISOString();
      log.push({ type: 'end', endedAt: state.endedAt });
      resolve();
    },
  };
}
