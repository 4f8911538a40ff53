import type { Report } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import { oneLine } from '../text/one-line.ts';
import type { Reporter } from './define-reporter.ts';

/** One reporter and what it has still to do. Each has its own queue, so that a slow one holds up no other. */
interface Lane {
  reporter: Reporter;
  queue: Promise<void>;
  pending: number;
  problem: string | null;
  stopped: boolean;
}

/**
 * Feeds every event to every reporter and returns the run's report. A reporter that throws, rejects
 * or still hangs `graceMs` after the run is dropped and warned about once; verdicts and other
 * reporters never notice. Warnings wait for the end, so none lands inside a status line.
 * Rejects only when the run itself does, or ends without a report.
 */
export async function attachReporters(
  events: AsyncIterable<RunEvent>,
  reporters: readonly Reporter[],
  warn: (text: string) => void,
  options: { graceMs?: number } = {},
): Promise<Report> {
  const lanes = reporters.map(
    (reporter): Lane => ({ reporter, queue: Promise.resolve(), pending: 0, problem: null, stopped: false }),
  );
  let report: Report | null = null;
  try {
    for await (const event of events) {
      if (event.type === 'end') report = event.report;
      for (const lane of lanes) feed(lane, event);
    }
  } finally {
    await settle(lanes, options.graceMs ?? 10_000);
    for (const lane of lanes) stop(lane);
    for (const { reporter, problem } of lanes) {
      if (problem !== null)
        warn(`The reporter \`${reporter.name}\` broke and was dropped: ${problem} The verdicts stand.`);
    }
  }
  if (!report) throw new Error('The run ended without a report.');
  return report;
}

function feed(lane: Lane, event: RunEvent): void {
  lane.pending += 1;
  lane.queue = lane.queue.then(async () => {
    try {
      if (lane.problem === null) await lane.reporter.onEvent(event);
    } catch (error) {
      lane.problem ??= sentence(error);
      stop(lane);
    }
    lane.pending -= 1;
  });
}

async function settle(lanes: readonly Lane[], graceMs: number): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, graceMs);
  await Promise.race([Promise.all(lanes.map((lane) => lane.queue)), late]);
  clearTimeout(timer);
  for (const lane of lanes) {
    if (lane.pending > 0) lane.problem ??= `it did not finish within ${graceMs} ms of the run’s end.`;
  }
}

function stop(lane: Lane): void {
  if (lane.stopped) return;
  lane.stopped = true;
  try {
    lane.reporter.stop?.();
  } catch (error) {
    lane.problem ??= sentence(error);
  }
}

function sentence(error: unknown): string {
  const text = oneLine(error instanceof Error ? error.message : String(error), 400);
  return /[.!?…]$/.test(text) ? text : `${text || 'no message'}.`;
}
