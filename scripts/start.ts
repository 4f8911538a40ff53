import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/project/folders.ts';
import type { Project } from '../src/project/load.ts';
import { allBlocks } from '../src/project/plan.ts';
import { ownBlocksOfTrees } from '../src/project/tree-block.ts';
import { formatDiagnostic } from '../src/schemas/diagnostic.ts';
import { parseDuration } from '../src/schemas/duration.ts';
import { listen } from '../src/server/listen.ts';
import { buildSite } from './build.ts';
import { announceLab } from './cli/announce-lab.ts';
import { buildIsCurrent, markBuilt } from './cli/build-stamp.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { guardEnd } from './cli/end-of-process.ts';
import { guardOutput } from './cli/guard-output.ts';
import { listenForInterruption } from './cli/interruption.ts';
import { openLiveFor } from './cli/open-live.ts';
import { openProject } from './cli/open-project.ts';
import { parsePort } from './cli/parse-port.ts';
import { proveOnce } from './cli/prove-once.ts';
import { labFor } from './cli/run-blocks.ts';
import { runCommand } from './cli/run-command.ts';

const say = (text: string): boolean => process.stderr.write(`${text}\n`);
const broke = (error: unknown): boolean =>
  say(`Runlight could not go on: ${error instanceof Error ? error.message : String(error)}`);

guardOutput();
const { signal, interrupt } = listenForInterruption();
const end = guardEnd(broke);
end.whenBroken(interrupt);

interface Serving {
  project: Project;
  environment: string;
  port: number;
  /** The address that people use, where a proxy stands in between. */
  origin: string | null;
  /** Milliseconds between two runs of all blocks; `null`: only when somebody asks. */
  every: number | null;
  /** Whether the tree may be written: the first run's results are put beside the sites. */
  mayWrite: boolean;
  hasFirstRun: boolean;
}

const start = defineCommand({
  name: 'start',
  summary: 'Builds the internal site, starts the lab, proves every page once, and serves the site with its API',
  operands: '',
  options: {
    port: { type: 'string', value: 'N', help: 'The port to serve on (default 4321; another one when it is taken)' },
    every: {
      type: 'string',
      value: 'DURATION',
      help: 'Prove all blocks again this often (default: when people press Run)',
    },
    origin: { type: 'string', value: 'URL', help: 'The address that people open, where a proxy signs them in' },
    rebuild: { type: 'boolean', help: 'Build the site even when nothing has changed' },
    'no-build': {
      type: 'boolean',
      help: 'Serve what `npm run build` made, and write nothing into the tree: for a service that may not',
    },
    'no-first-run': { type: 'boolean', help: 'Run nothing at the start: pages show what is known, with its age' },
  },
  examples: [
    ['npm start', 'The whole of it; Ctrl-C ends everything'],
    ['npm start -- --port 8080', 'Serve on another port'],
    ['npm start -- --every "10 min"', 'Prove all pages again every ten minutes'],
    [
      'npm start -- --env production --origin https://runbooks.example.com',
      'Behind a proxy that signs people in; docs/deploying.md says how',
    ],
  ],
  async run({ options, operands }) {
    const port = parsePort(options.port);
    const origin = parseOrigin(options.origin);
    const every = parseEvery(options.every);
    if (operands.length > 0) throw new UsageError(`\`${operands[0]}\`: this command takes only options.`);
    if (options.rebuild && options['no-build'])
      throw new UsageError('`--rebuild` and `--no-build` contradict each other: leave one out.');
    const { project, environment } = await openProject({
      root: options.root ?? packageRoot,
      env: options.env,
      trees: true,
      journeys: 'all',
    });
    const errors = project.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      say(`${errors.map(formatDiagnostic).join('\n')}\nThe site cannot be built before these are corrected.`);
      return 2;
    }
    const mayWrite = !options['no-build'];
    const code = mayWrite ? await build(project.root, options.rebuild) : findBuilt(project.root);
    const hasFirstRun = !options['no-first-run'];
    return code === 0 ? serve({ project, environment, port, origin, every, mayWrite, hasFirstRun }) : code;
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

/** The site that somebody else built; returns the exit code. */
function findBuilt(root: string): number {
  const site = join(root, 'dist', 'internal');
  if (existsSync(join(site, 'index.html'))) return 0;
  say(`There is no site in \`${site}\`: run \`npm run build\` first, as whoever may write there.`);
  return 2;
}

/** Opens lab, blocks and server, proves all blocks once, and stays up until it is stopped; then it ends all of them. */
async function serve(serving: Serving): Promise<number> {
  const { project, environment, port, origin, every } = serving;
  const dist = join(project.root, 'dist');
  const blocks = allBlocks(project);
  await using opened = new AsyncDisposableStack();
  const lab = await labFor({
    project,
    environment,
    blocks: [...blocks, ...ownBlocksOfTrees(project)],
    breaks: [],
    signal,
  });
  if (lab) opened.adopt(lab, (its) => its.close());
  if (signal.aborted) return 130;
  const { live, close } = await openLiveFor({ project, environment, lab, dist, say });
  opened.defer(close);
  const server = await listen({ site: join(dist, 'internal'), port, live, origin, say });
  opened.defer(() => server.close());
  if (lab) opened.defer(await announceLab(lab));
  if (port !== 0 && server.port !== port) {
    if (origin !== null) throw new Error(`port ${port} is taken, and the proxy of ${origin} asks no other.`);
    say(`Port ${port} is taken; another one is used.`);
  }
  say(`Serving ${server.url}${serving.hasFirstRun ? '; proving every page once…' : ''}`);
  if (serving.hasFirstRun)
    await proveOnce({ project, environment, live, dist: serving.mayWrite ? dist : null, signal });
  if (signal.aborted) return 130;
  process.stdout.write(
    `\nThe internal site: ${origin ?? server.url}${origin ? ` (behind a proxy; here: ${server.url})` : ''}\n${lab ? 'Break the lab, from another terminal, and press Run: npx runlight lab break bsc-rpc.stale-head\n' : ''}How everything is: npx runlight status\nCtrl-C ends everything.\n`,
  );
  const ids = blocks.map(({ block }) => block.id);
  if (every !== null && ids.length > 0) {
    const timer = setInterval(() => void live.start({ blocks: ids }), every);
    opened.defer(() => clearInterval(timer));
  }
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  return 0;
}

function parseOrigin(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/') return url.origin;
  throw new UsageError(
    `\`--origin ${text}\`: expected the address that people open, without a path, such as \`https://runbooks.example.com\`.`,
  );
}

function parseEvery(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = parseDuration(text);
  if (ms !== null && ms >= 10_000 && ms <= 86_400_000) return ms;
  throw new UsageError(`\`--every ${text}\`: expected a duration from \`10 s\` to \`1 d\`, such as \`10 min\`.`);
}

try {
  end.leave(await runCommand(start, process.argv.slice(2), { call: 'npm start --', signal }));
} catch (error) {
  if (!signal.aborted) broke(error);
  end.leave(signal.aborted ? 130 : 1);
}
