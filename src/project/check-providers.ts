import { join } from 'node:path';
import type { Config } from '../schemas/config.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Provider } from '../schemas/provider.ts';
import { suggest } from '../text/nearest.ts';
import { folders, pathFrom } from './folders.ts';
import type { Targets } from './load-data.ts';
import { readYaml } from './read-yaml.ts';
import { nameOf, reporter, yamlFiles } from './yaml-mistakes.ts';

/** A test holds for a year. */
const testHoldsMs = 365 * 86_400_000;

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

async function ofProviders(
  providers: ReadonlyMap<string, Provider>,
  { root, environments, config: { teams }, now }: ProviderWorld,
): Promise<Diagnostic[]> {
  const targets = [...new Set([...environments.values()].flatMap((each) => Object.keys(each)))];
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.providers))) {
    const provider = providers.get(nameOf(file));
    if (!provider) continue;
    const { statusFeed, killSwitch, lastTested } = provider;
    const yaml = await readYaml(file);
    const report = reporter(pathFrom(root, file), 'provider-invalid', diagnostics);
    if (statusFeed !== undefined && !targets.includes(statusFeed))
      report(
        yaml.positionOf('statusFeed'),
        `There is no target \`${statusFeed}\`.${suggest(statusFeed, targets)}`,
        'unknown-target',
      );
    if (killSwitch && !teams.includes(killSwitch.owner))
      report(
        yaml.positionOf('killSwitch', 'owner'),
        `There is no team \`${killSwitch.owner}\`.${suggest(killSwitch.owner, teams)}`,
        'unknown-owner',
      );
    if (lastTested === undefined) {
      if (killSwitch)
        report(
          yaml.positionOf('killSwitch'),
          'There is a kill switch, and no `lastTested` says that it works.',
          'provider-untested',
        );
      continue;
    }
    const age = now.getTime() - Date.parse(lastTested);
    const place = yaml.positionOf('lastTested');
    if (age < 0) report(place, `\`lastTested\` is ${lastTested}, which is still to come.`);
    if (age > testHoldsMs)
      report(place, `The last test, of ${lastTested}, is more than a year ago.`, 'provider-untested');
  }
  return diagnostics;
}
