import type { LiveRun, LiveRunEvent } from '../../schemas/api.ts';
import type { Result } from '../../schemas/report.ts';
import type { Server } from './ask-server.ts';
import { openEventStream } from './event-stream.ts';
import { retryDelay } from './retry-delay.ts';

export const runEventTypes = ['start', 'block-start', 'block-end', 'end'] as const satisfies LiveRunEvent['type'][];

/** How a run of one block ended. */
export type RunEnd =
  /** `null` where the run was interrupted before the block was done. */
  { kind: 'ended'; result: Result | null } | { kind: 'lost' };

/** What the run says of the block now; `null` while it has not ended. */
export function endOf(run: LiveRun, block: string): RunEnd | null {
  const found = run.blocks.find((each) => each.block === block);
  if (found?.result) return { kind: 'ended', result: found.result };
  return run.endedAt === null ? null : { kind: 'ended', result: null };
}

/**
 * Waits for a block of a run that is this tab's own: the stream of all blocks does not tell of it. Ends
 * as `lost` when the server does not know the run any more, or `signal` is aborted.
 */
export function followRun(
  server: Server,
  id: string,
  block: string,
  { started, signal }: { started: () => void; signal: AbortSignal },
): Promise<RunEnd> {
  return new Promise((resolve) => {
    let attempt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (how: RunEnd): void => {
      clearTimeout(timer);
      stream.close();
      resolve(how);
    };
    // Where the stream breaks, the run itself says how it stands.
    const look = async (): Promise<void> => {
      const answer = await server.run(id);
      if (signal.aborted) return;
      if (answer.kind === 'refused') return end({ kind: 'lost' });
      const how = answer.kind === 'ok' ? endOf(answer.value, block) : null;
      if (how) return end(how);
      stream.retry(false);
      timer = setTimeout(look, retryDelay(attempt++));
    };
    const stream = openEventStream<LiveRunEvent>(`${server.url}runs/${encodeURIComponent(id)}/events`, runEventTypes, {
      event(event) {
        if (event.type === 'block-start' && event.block === block) started();
        else if (event.type === 'block-end' && event.block === block) end({ kind: 'ended', result: event.result });
        else if (event.type === 'end') end({ kind: 'ended', result: null });
      },
      connected(isConnected) {
        clearTimeout(timer);
        if (isConnected) attempt = 0;
        else timer = setTimeout(look, retryDelay(attempt++));
      },
    });
    signal.addEventListener('abort', () => end({ kind: 'lost' }), { once: true });
  });
}
