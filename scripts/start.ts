import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../src/project/folders.ts';
import { loadProject, type Project } from '../src/project/load.ts';
import { allBlocks } from '../src/project/plan.ts';
import { formatDiagnostic } from '../src/schemas/diagnostic.ts';
import { listen } from '../src/server/listen.ts';
import { buildSite } from './build.ts';
import { buildIsCurrent, markBuilt } from './cli/build-stamp.ts';
import { chooseReporters } from './cli/choose-reporters.ts';
import { stateFolder } from './cli/open-lab.ts';
import { labFor, runOnce } from './cli/run-blocks.ts';

const help = `Builds the internal site, starts the lab, runs every check once, and serves the site.

Usage: npm start [-- --port N]

Options:
  --port N     The port to serve on (default 4321; another one when it is taken)
  --rebuild    Build the site even when nothing has changed
  -h, --help   Show this help
`;

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** The sequence of `npm start`; returns the exit code once `stop` is aborted. */
async function main(stop: AbortController): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' },
      rebuild: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!/^\d{1,5}$/.test(values.port)) {
    say(`\`--port ${values.port}\`: expected a number between 0 and 65535.`);
    return 2;
  }
  const { signal } = stop;
  const root = packageRoot;
  const dist = join(root, 'dist');
  const { listServices } = await import('../lab/services.ts');
  const project = await loadProject({ root, services: listServices().map(({ name }) => name) });
  const errors = project.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    say(`${errors.map(formatDiagnostic).join('\n')}\nThe site cannot be built before these are corrected.`);
    return 2;
  }
  if (!values.rebuild && (await buildIsCurrent(root, 'internal'))) say('The internal site is up to date.');
  else {
    say('Building the internal site…');
    const code = await buildSite('internal', { root, dist, signal, quiet: true });
    if (signal.aborted) return 130;
    if (code !== 0) {
      say('The build failed; `npm run build` shows all of it.');
      return code;
    }
    await markBuilt(root, 'internal');
  }
  return serveAndCheck(project, dist, Number(values.port), signal);
}

async function serveAndCheck(project: Project, dist: string, port: number, signal: AbortSignal): Promise<number> {
  const blocks = allBlocks(project);
  const reporters = chooseReporters(['terminal']);
  const call = {
    project,
    environment: project.environment,
    blocks,
    run: {
      params: {},
      timeoutMs: 10_000,
      runTimeoutMs: null,
      concurrency: 32,
      retries: 0,
      bail: false,
      requireSecrets: false,
    },
    reporters,
    breaks: [],
    publish: dist,
    pool: null,
  };
  const lab = await labFor(call, signal);
  const server = await listen(join(dist, 'internal'), port);
  try {
    if (lab && !lab.wasRunning) {
      const { writeState } = await import('../lab/state-file.ts');
      await writeState(stateFolder, lab.state);
    }
    await runOnce(call, lab, signal);
    if (signal.aborted) return 130;
    if (port !== 0 && server.port !== port) say(`Port ${port} is taken; another one is used.`);
    process.stdout.write(
      `\nThe internal site: ${server.url}\nBreak the lab from another terminal: npx runlight lab break bsc-rpc.stale-head\nCtrl-C ends everything.\n`,
    );
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    return 0;
  } finally {
    await server.close();
    if (lab && !lab.wasRunning) {
      const { removeState } = await import('../lab/state-file.ts');
      await removeState(stateFolder);
    }
    await lab?.close();
  }
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.exitCode = await main(stop).catch((error: unknown) => {
  if (stop.signal.aborted) return 130;
  say(`Runlight could not start: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});
