import { join } from 'node:path';
import type { Config } from '../schemas/config.ts';
import type { Diagnostic, DiagnosticCode } from '../schemas/diagnostic.ts';
import type { Provider } from '../schemas/provider.ts';
import { untestedBecause } from '../schemas/provider-test.ts';
import { suggest } from '../text/nearest.ts';
import { folders, pathFrom } from './folders.ts';
import type { Targets } from './load-data.ts';
import { readYaml } from './read-yaml.ts';
import { nameOf, reporter, yamlFiles } from './yaml-mistakes.ts';

export interface ProviderWorld {
  root: string;
  environments: ReadonlyMap<string, Targets>;
  config: Pick<Config, 'teams'>;
  now: Date;
}

/** Holds providers against teams, targets and the calendar, and targets against providers. */
export async function checkProviders(
  providers: ReadonlyMap<string, Provider>,
  world: ProviderWorld,
): Promise<Diagnostic[]> {
  return [...(await ofTargets(providers, world)), ...(await ofProviders(providers, world))];
}

async function ofTargets(
  providers: ReadonlyMap<string, Provider>,
  { root, environments }: ProviderWorld,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.targets))) {
    const wrong = Object.entries(environments.get(nameOf(file)) ?? {}).filter(
      ([, target]) => target.provider !== undefined && !providers.has(target.provider),
    );
    if (wrong.length === 0) continue;
    const yaml = await readYaml(file);
    const report = reporter(pathFrom(root, file), 'unknown-provider', diagnostics);
    for (const [name, { provider = '' }] of wrong)
      report(
        yaml.positionOf(name, 'provider'),
        `There is no provider \`${provider}\`.${suggest(provider, [...providers.keys()])}`,
      );
  }
  return diagnostics;
}

/** A mistake at a key of a provider. */
interface Mistake {
  at: readonly string[];
  message: string;
  code: DiagnosticCode;
}

async function ofProviders(providers: ReadonlyMap<string, Provider>, world: ProviderWorld): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(world.root, folders.providers))) {
    const provider = providers.get(nameOf(file));
    const mistakes = provider ? mistakesOf(provider, world) : [];
    // Read a second time only to say where.
    if (mistakes.length === 0) continue;
    const yaml = await readYaml(file);
    const report = reporter(pathFrom(world.root, file), 'provider-invalid', diagnostics);
    for (const { at, message, code } of mistakes) report(yaml.positionOf(...at), message, code);
  }
  return diagnostics;
}

function mistakesOf({ statusFeed, killSwitch, lastTested }: Provider, world: ProviderWorld): Mistake[] {
  const { teams } = world.config;
  const targets = [...new Set([...world.environments.values()].flatMap((each) => Object.keys(each)))];
  const mistakes: Mistake[] = [];
  if (statusFeed !== undefined && !targets.includes(statusFeed))
    mistakes.push({
      at: ['statusFeed'],
      message: `There is no target \`${statusFeed}\`.${suggest(statusFeed, targets)}`,
      code: 'unknown-target',
    });
  if (killSwitch && !teams.includes(killSwitch.owner))
    mistakes.push({
      at: ['killSwitch', 'owner'],
      message: `There is no team \`${killSwitch.owner}\`.${suggest(killSwitch.owner, teams)}`,
      code: 'unknown-owner',
    });
  const untested = untestedBecause({ killSwitch, lastTested }, world.now);
  if (untested)
    mistakes.push({ at: [lastTested ? 'lastTested' : 'killSwitch'], message: untested, code: 'provider-untested' });
  if (lastTested && Date.parse(lastTested) > world.now.getTime())
    mistakes.push({
      at: ['lastTested'],
      message: `\`lastTested\` is ${lastTested}, which is still to come.`,
      code: 'provider-invalid',
    });
  return mistakes;
}
