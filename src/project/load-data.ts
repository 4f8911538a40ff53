import { join } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { type Provider, providerSchema } from '../schemas/provider.ts';
import { type Target, targetSchema } from '../schemas/target.ts';
import { suggest } from '../text/nearest.ts';
import { folders, pathFrom } from './folders.ts';
import { readYaml } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, nameOf, reporter, reportIssues, yamlFiles } from './yaml-mistakes.ts';

/** Targets by name. */
export type Targets = Readonly<Record<string, Target>>;

/** Reads `src/content/targets/<environment>.yaml`, one file per environment. */
export async function loadTargets(
  root: string,
  services: readonly string[],
  look: SecretLook | null = null,
): Promise<{ environments: Map<string, Targets>; diagnostics: Diagnostic[] }> {
  const environments = new Map<string, Targets>();
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.targets))) {
    const yaml = await readYaml(file, look);
    const report = reporter(pathFrom(root, file), 'target-invalid', diagnostics);
    const targets: Record<string, Target> = {};
    environments.set(nameOf(file), targets);
    if (!isUsable(yaml, report)) continue;
    for (const [name, value] of Object.entries(yaml.data)) {
      const parsed = targetSchema.safeParse(value);
      if (parsed.success) targets[name] = parsed.data;
      else reportIssues(parsed.error, name, yaml, () => Object.keys(targetSchema.shape), report);
    }
    for (const [name, { service }] of Object.entries(targets)) {
      // Who does not know the lab (the build) cannot judge its services.
      if (service === undefined || services.length === 0 || services.includes(service)) continue;
      report(yaml.positionOf(name, 'service'), `The lab has no service \`${service}\`.${suggest(service, services)}`);
    }
    for (const [name, target] of Object.entries(targets)) {
      for (const peer of target.peers) {
        if (!Object.hasOwn(yaml.data, peer))
          report(
            yaml.positionOf(name, 'peers'),
            `\`${name}\` has the peer \`${peer}\`, which is no target of this environment.${suggest(peer, Object.keys(targets))}`,
            'unknown-target',
          );
      }
    }
  }
  return { environments, diagnostics };
}

/** Keys of a provider, or of one of its lists' entries. */
function keysOfProvider([key]: readonly PropertyKey[]): string[] {
  if (key === 'contacts') return Object.keys(providerSchema.shape.contacts.unwrap().element.shape);
  if (key === 'escalation') return Object.keys(providerSchema.shape.escalation.unwrap().element.shape);
  if (key === 'killSwitch') return Object.keys(providerSchema.shape.killSwitch.unwrap().shape);
  return Object.keys(providerSchema.shape);
}

/** Reads `src/content/providers/<id>.yaml`. */
export async function loadProviders(
  root: string,
  look: SecretLook | null = null,
): Promise<{ providers: Map<string, Provider>; diagnostics: Diagnostic[] }> {
  const providers = new Map<string, Provider>();
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.providers))) {
    const yaml = await readYaml(file, look);
    const report = reporter(pathFrom(root, file), 'provider-invalid', diagnostics);
    if (!isUsable(yaml, report)) continue;
    const parsed = providerSchema.safeParse(yaml.data);
    if (parsed.success) providers.set(nameOf(file), parsed.data);
    else reportIssues(parsed.error, null, yaml, keysOfProvider, report);
  }
  return { providers, diagnostics };
}
