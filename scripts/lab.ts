import { defineCommand, UsageError } from './cli/define-command.ts';
import { stateFolder } from './cli/state-folder.ts';

const actions = ['start', 'break', 'mend', 'list'] as const;

export default defineCommand({
  name: 'lab',
  summary: 'Starts the embedded world, breaks it and mends it',
  operands: '[start | break SERVICE.FAULT… | mend [SERVICE.FAULT…] | list]',
  options: {
    service: { type: 'string', multiple: true, value: 'NAME', help: 'Start only this service and what it needs' },
    json: { type: 'boolean', help: 'Print JSON' },
  },
  examples: [
    ['npx runlight lab', 'Start every service and stay up; Ctrl-C ends it'],
    ['npx runlight lab list', 'Services and their faults; needs no running lab'],
    ['npx runlight lab break bsc-rpc.stale-head', 'Break the running lab'],
    ['npx runlight lab mend', 'Mend everything'],
  ],
  async run({ options, operands }) {
    const [action = 'start', ...names] = operands;
    switch (action) {
      case 'list':
        return list(options.json);
      case 'start':
        return start(options.service, options.json);
      case 'break':
        if (names.length === 0)
          throw new UsageError(
            'Name what to break: `npx runlight lab break SERVICE.FAULT`; `npx runlight lab list` shows what there is.',
          );
        return change('break', names, options.json);
      case 'mend':
        return change('mend', names, options.json);
      default: {
        const { suggest } = await import('../src/text/nearest.ts');
        throw new UsageError(`The lab cannot \`${action}\`.${suggest(action, actions)}`);
      }
    }
  },
});

async function list(json: boolean): Promise<number> {
  const { listServices } = await import('../lab/services.ts');
  const services = listServices();
  if (json) process.stdout.write(`${JSON.stringify({ services }, null, 2)}\n`);
  for (const { name, protocol, faults } of json ? [] : services) {
    process.stdout.write(
      `${name} (${protocol})\n${faults.map(({ id, summary }) => `  ${id.padEnd(38)}${summary}\n`).join('')}\n`,
    );
  }
  return 0;
}

async function start(services: readonly string[], json: boolean): Promise<number> {
  const [{ startWorld }, { LabError }, { readState, writeState, removeState }, { connectWorld }] = await Promise.all([
    import('../lab/world.ts'),
    import('../lab/lab-error.ts'),
    import('../lab/state-file.ts'),
    import('../lab/control.ts'),
  ]);
  const earlier = await readState(stateFolder);
  if (earlier && (await connectWorld(earlier)))
    throw new UsageError(
      `A lab is running already (process ${earlier.pid}). End it with Ctrl-C where it runs, or use it as it is.`,
    );
  const stop = new AbortController();
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  void ended.then(() => stop.abort());
  try {
    const world = await startWorld({
      ...(services.length > 0 ? { services: [...services] } : {}),
      onProgress: (line) => process.stderr.write(`${line}\n`),
      signal: stop.signal,
    });
    await writeState(stateFolder, world.state);
    const rows = Object.entries(world.state.services).map(([name, { url }]) => `  ${name.padEnd(18)}${url}\n`);
    process.stdout.write(
      json
        ? `${JSON.stringify({ services: world.state.services })}\n`
        : `${rows.join('')}The lab is up. Ctrl-C ends it.\n`,
    );
    await ended;
    await removeState(stateFolder);
    await world.stop();
    return 0;
  } catch (error) {
    if (error instanceof LabError) throw new UsageError(error.message);
    if (stop.signal.aborted) return 0;
    throw error;
  }
}

async function change(action: 'break' | 'mend', names: readonly string[], json: boolean): Promise<number> {
  const [{ LabError }, { readState }, { connectWorld }] = await Promise.all([
    import('../lab/lab-error.ts'),
    import('../lab/state-file.ts'),
    import('../lab/control.ts'),
  ]);
  const state = await readState(stateFolder);
  const world = state ? await connectWorld(state) : null;
  if (!world) throw new UsageError('No lab is running. Start one in another terminal: `npx runlight lab`.');
  const known = (await import('../lab/services.ts')).listServices().flatMap(({ faults }) => faults.map(({ id }) => id));
  // All or nothing: a misspelt second name must not leave the first one set.
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const { suggest } = await import('../src/text/nearest.ts');
    throw new UsageError(
      `There is no fault \`${unknown}\` in the lab.${suggest(unknown, known)} \`npx runlight lab list\` shows all of them.`,
    );
  }
  try {
    if (action === 'mend' && names.length === 0) await world.mend();
    for (const name of names) await world[action](name);
  } catch (error) {
    if (error instanceof LabError) throw new UsageError(error.message);
    throw error;
  }
  const broken = world.broken();
  process.stdout.write(
    json
      ? `${JSON.stringify({ broken })}\n`
      : broken.length > 0
        ? `Broken now: ${broken.join(', ')}\n`
        : 'Everything is mended.\n',
  );
  return 0;
}
