import { suggest } from '../src/text/nearest.ts';
import { guardEnd } from './cli/end-of-process.ts';
import { guardOutput, sentence } from './cli/guard-output.ts';
import { listenForInterruption } from './cli/interruption.ts';
import { runCommand } from './cli/run-command.ts';

/** Commands by name, each loaded when it is called: start-up is part of the product. */
const commands = {
  check: async () => (await import('./check.ts')).default,
  triage: async () => (await import('./triage.ts')).default,
  diagnose: async () => (await import('./diagnose.ts')).default,
  packet: async () => (await import('./packet.ts')).default,
  search: async () => (await import('./search.ts')).default,
  incident: async () => (await import('./incident.ts')).default,
  status: async () => (await import('./status.ts')).default,
  lab: async () => (await import('./lab.ts')).default,
  lint: async () => (await import('./lint.ts')).default,
  links: async () => (await import('./links.ts')).default,
  new: async () => (await import('./new.ts')).default,
  translated: async () => (await import('./translated.ts')).default,
  redact: async () => (await import('./redact.ts')).default,
  deflect: async () => (await import('./deflect.ts')).default,
  publish: async () => (await import('./publish.ts')).default,
};

type CommandName = keyof typeof commands;
const names = Object.keys(commands) as CommandName[];
const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

guardOutput();
const end = guardEnd(say);

async function overview(): Promise<string> {
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const rows = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}${(await commands[name]()).summary}`),
  );
  return `Runlight: runbooks that prove themselves.\n\nUsage: npx runlight <command> [options]\n\nCommands:\n${rows.join('\n')}\n\nEvery command explains itself: npx runlight <command> --help\n`;
}

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(await overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    const { default: about } = await import('../package.json', { with: { type: 'json' } });
    process.stdout.write(`${about.version}\n`);
    return 0;
  }
  if (!isCommand(name)) {
    process.stderr.write(
      `${sentence(`There is no command \`${name}\`.${suggest(name, names)}`)}\nSee \`npx runlight --help\`.\n`,
    );
    return 2;
  }
  switch (name) {
    case 'check': {
      // Before anything else is loaded: an interruption at any moment ends in a report.
      const { signal, interrupt } = listenForInterruption();
      end.whenBroken(interrupt);
      return await runCommand(await commands.check(), rest, { signal });
    }
    case 'triage': {
      // Its checks have children, and the lab may have been started for it.
      const { signal, interrupt } = listenForInterruption();
      end.whenBroken(interrupt);
      return await runCommand(await commands.triage(), rest, { signal });
    }
    case 'diagnose': {
      const { signal, interrupt } = listenForInterruption();
      end.whenBroken(interrupt);
      return await runCommand(await commands.diagnose(), rest, { signal });
    }
    case 'packet': {
      const { signal, interrupt } = listenForInterruption();
      end.whenBroken(interrupt);
      return await runCommand(await commands.packet(), rest, { signal });
    }
    case 'search':
      return runCommand(await commands.search(), rest);
    case 'incident':
      return runCommand(await commands.incident(), rest);
    case 'status':
      return runCommand(await commands.status(), rest);
    case 'lab':
      return runCommand(await commands.lab(), rest);
    case 'lint':
      return runCommand(await commands.lint(), rest);
    case 'translated':
      return runCommand(await commands.translated(), rest);
    case 'links':
      return runCommand(await commands.links(), rest);
    case 'new':
      return runCommand(await commands.new(), rest);
    case 'redact':
      return runCommand(await commands.redact(), rest);
    case 'deflect':
      return runCommand(await commands.deflect(), rest);
    case 'publish':
      return runCommand(await commands.publish(), rest);
  }
}

let lost: Error | null = null;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that goes away (`| head`) is no mistake; a run's reporters listen too, and say it themselves.
  if (error.code !== 'EPIPE' && process.stdout.listenerCount('error') === 1) lost ??= error;
});
// When nobody hears warnings, there is nobody to tell.
process.stderr.on('error', () => {});
process.on('exit', (code) => {
  if (lost === null) return;
  process.stderr.write(`Standard output could not be written: ${lost.message}\n`);
  if (code === 0) process.exitCode = 3;
});

function say(error: unknown): void {
  process.stderr.write(
    `Something broke inside Runlight: ${sentence(error instanceof Error ? error.message : String(error))}\nRun it again with RUNLIGHT_DEBUG=1 to see where; please report it.\n`,
  );
  if (process.env.RUNLIGHT_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
}

try {
  end.leave(await main(process.argv.slice(2)));
} catch (error) {
  say(error);
  end.leave(3);
}
