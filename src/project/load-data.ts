import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Diagnostic, DiagnosticCode } from '../schemas/diagnostic.ts';
import { type Provider, providerSchema } from '../schemas/provider.ts';
import { type Target, targetSchema } from '../schemas/target.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import { folders, pathFrom } from './folders.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** Targets by name. */
export type Targets = Readonly<Record<string, Target>>;

/** The YAML files of a folder, which need not be there. */
export async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** What a data file is called by: its name without the ending. */
export const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '');

/** Reads `src/content/targets/<environment>.yaml`, one file per environment. */
export async function loadTargets(
  root: string,
  services: readonly string[],
): Promise<{ environments: Map<string, Targets>; diagnostics: Diagnostic[] }> {
  const environments = new Map<string, Targets>();
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.targets))) {
    const yaml = await readYaml(file);
    const report = reporter(pathFrom(root, file), 'target-invalid', diagnostics);
    const targets: Record<string, Target> = {};
    environments.set(nameOf(file), targets);
    if (!isUsable(yaml, report)) continue;
    for (const [name, value] of Object.entries(yaml.data)) {
      const parsed = targetSchema.safeParse(value);
      if (parsed.success) targets[name] = parsed.data;
      else reportIssues(parsed.error, name, yaml, Object.keys(targetSchema.shape), report);
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

/** Reads `src/content/providers/<id>.yaml`. */
export async function loadProviders(
  root: string,
): Promise<{ providers: Map<string, Provider>; diagnostics: Diagnostic[] }> {
  const providers = new Map<string, Provider>();
  const diagnostics: Diagnostic[] = [];
  for (const file of await yamlFiles(join(root, folders.providers))) {
    const yaml = await readYaml(file);
    const report = reporter(pathFrom(root, file), 'provider-invalid', diagnostics);
    if (!isUsable(yaml, report)) continue;
    const parsed = providerSchema.safeParse(yaml.data);
    if (parsed.success) providers.set(nameOf(file), parsed.data);
    else reportIssues(parsed.error, null, yaml, Object.keys(providerSchema.shape), report);
  }
  return { providers, diagnostics };
}

/** Targets name providers that exist. */
export async function checkProviders(
  root: string,
  environments: ReadonlyMap<string, Targets>,
  providers: ReadonlyMap<string, Provider>,
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

export type Report = (position: { line: number; column: number }, message: string, code?: DiagnosticCode) => void;

export function reporter(path: string, usual: DiagnosticCode, diagnostics: Diagnostic[]): Report {
  return ({ line, column }, message, code = usual) => {
    diagnostics.push({ path, line, column, severity: 'error', code, message });
  };
}

export function isUsable(yaml: YamlFile, report: Report): yaml is YamlFile & { data: Record<string, unknown> } {
  if (yaml.error) {
    report(yaml.error.position, `${yaml.error.message.replace(/\.$/, '')}.`);
    return false;
  }
  if (yaml.data === null) return false;
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    report({ line: 1, column: 1 }, 'Expected keys and values.');
    return false;
  }
  return true;
}

export function reportIssues(
  error: z.ZodError,
  name: string | null,
  yaml: YamlFile,
  known: readonly string[],
  report: Report,
): void {
  const prefix = name === null ? [] : [name];
  for (const issue of error.issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report(
          yaml.positionOf(...path, key),
          `\`${[...path, key].map(String).join('.')}\` is not a key here.${suggest(key, known)}`,
        );
    } else {
      report(yaml.positionOf(...path), issueSentence(issue, path));
    }
  }
}
