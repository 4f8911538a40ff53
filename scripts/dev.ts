import { dirname, resolve } from 'node:path';
import { serviceNames } from '../lab/service-names.ts';
import type { DevLive } from '../src/integration/dev-api.ts';
import { siteConfig } from '../src/integration/site-config.ts';
import { readSiteOptions, type SiteOptions } from '../src/integration/site-options.ts';
import { packageRoot } from '../src/project/folders.ts';
import { servicesFor } from '../src/project/resolve-targets.ts';
import { announceLab } from './cli/announce-lab.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { guardEnd } from './cli/end-of-process.ts';
import { guardOutput } from './cli/guard-output.ts';
import { listenForInterruption } from './cli/interruption.ts';
import { openLiveFor } from './cli/open-live.ts';
import { openProject } from './cli/open-project.ts';
import { parsePort } from './cli/parse-port.ts';
import { labWith } from './cli/run-blocks.ts';
import { runCommand } from './cli/run-command.ts';

const say = (text: string): boolean => process.stderr.write(`${text}\n`);
const broke = (error: unknown): boolean =>
  say(`Runlight could not go on: ${error instanceof Error ? error.message : String(error)}`);

guardOutput();
const { signal, interrupt } = listenForInterruption();
const end = guardEnd(broke);
end.whenBroken(interrupt);
// Vite ends the process when somebody presses `q` or its terminal is gone; lab and threads end in order first.
process.exit = () => {
  interrupt();
  return undefined as never;
};
// Nothing is told or asked of others while people write.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' });

const dev = defineCommand({
  name: 'dev',
  summary: 'Shows the site while you write: a saved page at once, mistakes at their line, and blocks that run',
  operands: '',
  options: {
    port: { type: 'string', value: 'N', help: 'The port to serve on (default 4321; the next one that is free)' },
    open: { type: 'boolean', help: 'Open the browser' },
  },
  examples: [
    ['npm run dev', 'The internal site, with the lab and the API; Ctrl-C ends everything'],
    ['npm run dev -- --env production', 'Blocks ask the targets of another environment'],
    ['RUNLIGHT_AUDIENCE=public npm run dev', 'The site that users see'],
    ['npx astro dev --host', 'The pages alone, for other machines, too: what runs checks stays on this one'],
  ],
  async run({ options, operands }) {
    const port = parsePort(options.port, 1);
    if (operands.length > 0) throw new UsageError(`\`${operands[0]}\`: this command takes only options.`);
    const root = resolve(options.root ?? process.env.RUNLIGHT_ROOT ?? packageRoot);
    const env = { ...process.env, RUNLIGHT_ROOT: root };
    const site = readSiteOptions(env);
    await using opened = new AsyncDisposableStack();
    const live = site.audience === 'internal' ? await openBlocks(site, options.env, opened) : null;
    if (signal.aborted) return 0;
    const { dev: startServer } = await import('astro');
    const config = await siteConfig(env, live);
    const server = await startServer({
      ...config,
      configFile: false,
      server: { host: '127.0.0.1', port, open: options.open },
    });
    opened.defer(() => server.stop());
    if (!signal.aborted)
      await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }));
    return 0;
  },
});

/** The tree's blocks, with a lab that has whatever the targets name: pages that are written later may use any of them. */
async function openBlocks(
  { root, outDir }: SiteOptions,
  env: string | undefined,
  opened: AsyncDisposableStack,
): Promise<DevLive | null> {
  const { project, environment } = await openProject({ root, env, fresh: 'checks', trees: true, journeys: 'all' });
  const targets = project.environments.get(environment) ?? {};
  const lab = await labWith(servicesFor(targets, Object.keys(targets)), { breaks: [], signal });
  if (lab) opened.adopt(lab, (its) => its.close());
  if (signal.aborted) return null;
  const { live, follow, close } = await openLiveFor({ project, environment, lab, dist: dirname(outDir), say });
  opened.defer(close);
  if (lab) opened.defer(await announceLab(lab));
  return { live, follow, services: serviceNames(), closing: signal };
}

try {
  end.leave(await runCommand(dev, process.argv.slice(2), { call: 'npm run dev --', signal }));
} catch (error) {
  if (!signal.aborted) broke(error);
  end.leave(signal.aborted ? 130 : 1);
}
