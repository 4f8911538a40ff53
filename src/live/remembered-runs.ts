import type { RunRecord } from './run-record.ts';

/** Runs under way, and those that ended a while ago. */
export interface RememberedRuns {
  add(record: RunRecord): void;
  get(id: string): RunRecord | null;
}

/** What an ended run was about stays in the proofs; what a person's own value came to does not. Milliseconds. */
const rememberMs = 5 * 60_000;
const most = 200;

export function createRememberedRuns(clock: () => number = Date.now): RememberedRuns {
  const records = new Map<string, RunRecord>();
  return {
    add(record) {
      const ended = [...records.values()].filter(({ state }) => state.endedAt !== null);
      const due = clock() - rememberMs;
      const surplus = ended.length - most;
      ended.forEach(({ state }, index) => {
        if (index < surplus || Date.parse(state.endedAt ?? '') < due) records.delete(state.id);
      });
      records.set(record.state.id, record);
    },
    get: (id) => records.get(id) ?? null,
  };
}
