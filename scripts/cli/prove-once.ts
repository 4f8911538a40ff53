import type { Live } from '../../src/live/live.ts';
import type { Project } from '../../src/project/load.ts';
import { allBlocks } from '../../src/project/plan.ts';
import { attachReporters } from '../../src/reporters/attach.ts';
import { publishResults } from '../../src/reporters/publish.ts';
import { createChannel } from '../../src/runner/channel.ts';
import { declaredOf } from '../../src/runner/declared-of.ts';
import type { RunEvent } from '../../src/schemas/run-event.ts';
import { chooseReporters } from './choose-reporters.ts';
import { knownBlocks } from './run-blocks.ts';
import { tellStatus } from './tell-status.ts';

export interface Proving {
  project: Project;
  environment: string;
  live: Live;
  /** Where the built sites stand; `null` where they may not be written. */
  dist: string | null;
  signal: AbortSignal;
}

/** Runs every block, shows it in the terminal and on the pages as it comes, and publishes the results beside the sites where it may. */
export async function proveOnce({ project, live, dist, signal }: Proving): Promise<void> {
  const blocks = allBlocks(project).map(({ block }) => block.id);
  if (blocks.length === 0 || signal.aborted) return;
  // A check may take long; nobody who leaves waits for it.
  signal.addEventListener('abort', () => void live.close(), { once: true });
  const reporters = chooseReporters(['terminal']);
  const channel = createChannel<RunEvent>();
  let planned: Extract<RunEvent, { type: 'start' }>['blocks'] = [];
  const started = await live.start({ blocks }, (event) => {
    if (event.type === 'start') planned = event.blocks;
    channel.push(event);
    if (event.type === 'end') channel.close();
  });
  if ('code' in started) throw new Error(started.message);
  const report = await attachReporters(channel, await reporters.create(project.root), (text) =>
    process.stderr.write(`${text}\n`),
  );
  await reporters.finish();
  if (report.run.interrupted || dist === null) return;
  await publishResults(dist, report, planned, {
    publishedAt: report.run.endedAt,
    by: 'server',
    known: knownBlocks(project),
    secrets: declaredOf(project, process.env),
  });
  await tellStatus(dist, project);
}
