import { join } from 'node:path';
import { packageRoot } from '../src/project/folders.ts';
import type { Project } from '../src/project/load.ts';
import { allBlocks } from '../src/project/plan.ts';
import { formatDiagnostic } from '../src/schemas/diagnostic.ts';
import { listen, type RunningServer } from '../src/server/listen.ts';
import { buildSite } from './build.ts';
import { buildIsCurrent, markBuilt } from './cli/build-stamp.ts';
import { checkDefaults } from './cli/check-options.ts';
import { chooseReporters } from './cli/choose-reporters.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import type { OpenLab } from './cli/open-lab.ts';
import { openProject } from './cli/open-project.ts';
import { labFor, runOnce } from './cli/run-blocks.ts';
import { runCommand } from './cli/run-command.ts';
import { parseRunOptions } from './cli/run-options.ts';
import { stateFolder } from './cli/state-folder.ts';

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

const stop = new AbortController();
const { signal } = stop;
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());

const start = defineCommand({
  name: 'start',
  summary: 'Builds the internal site, starts the lab, runs every check once, and serves the site',
  operands: '',
  options: {
    port: { type: 'string', value: 'N', help: 'The port to serve on (default 4321; another one when it is taken)' },
    rebuild: { type: 'boolean', help: 'Build the site even when nothing has changed' },
  },
  examples: [
    ['npm start', 'The whole of it; Ctrl-C ends everything'],
    ['npm start -- --port 8080', 'Serve on another port'],
  ],
  async run({ options, operands }) {
    const port = Number(options.port ?? 4321);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`\`--port ${options.port}\`: expected a number between 0 and 65535.`);
    if (operands.length > 0) throw new UsageError(`\`${operands[0]}\`: this command takes only options.`);
    const { project, environment } = await openProject({ root: options.root ?? packageRoot, env: options.env });
    const errors = project.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      say(`${errors.map(formatDiagnostic).join('\n')}\nThe site cannot be built before these are corrected.`);
      return 2;
    }
    const code = await build(project.root, options.rebuild);
    return code === 0 ? serveAndCheck(project, environment, port) : code;
  },
});

/** Builds the internal site where something changed since the last time; returns the exit code. */
async function build(root: string, isForced: boolean): Promise<number> {
  if (!isForced && (await buildIsCurrent(root, 'internal'))) {
    say('The internal site is up to date.');
    return 0;
  }
  say('Building the internal site…');
  const code = await buildSite('internal', { root, signal, quiet: true });
  if (signal.aborted) return 130;
  if (code === 0) await markBuilt(root, 'internal');
  else say('The build failed; `npm run build` shows all of it.');
  return code;
}

/** Opens lab and server, runs all blocks once, and stays up until it is stopped; then it ends both. */
async function serveAndCheck(project: Project, environment: string, port: number): Promise<number> {
  const dist = join(project.root, 'dist');
  const call = {
    project,
    environment,
    blocks: allBlocks(project),
    run: parseRunOptions(checkDefaults),
    reporters: chooseReporters(['terminal']),
    breaks: [],
    publish: dist,
    pool: null,
    signal,
    mayBeEmpty: true,
  };
  let lab: OpenLab | null = null;
  let server: RunningServer | null = null;
  try {
    lab = await labFor(call);
    if (signal.aborted) return 130;
    server = await listen(join(dist, 'internal'), port);
    if (lab && !lab.wasRunning) {
      const { writeState } = await import('../lab/state-file.ts');
      await writeState(stateFolder, lab.state);
    }
    await runOnce(call, lab);
    if (signal.aborted) return 130;
    if (port !== 0 && server.port !== port) say(`Port ${port} is taken; another one is used.`);
    process.stdout.write(
      `\nThe internal site: ${server.url}\nBreak the lab, from another terminal: npx runlight lab break bsc-rpc.stale-head\nProve the pages again, and reload: npx runlight check --publish dist\nCtrl-C ends everything.\n`,
    );
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    return 0;
  } finally {
    await server?.close();
    if (lab && !lab.wasRunning) {
      const { removeState } = await import('../lab/state-file.ts');
      await removeState(stateFolder);
    }
    await lab?.close();
  }
}

process.exitCode = await runCommand(start, process.argv.slice(2), { call: 'npm start --', signal }).catch(
  (error: unknown) => {
    if (signal.aborted) return 130;
    say(`Runlight could not start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  },
);
