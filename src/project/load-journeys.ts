import { join } from 'node:path';
import { findCircle } from '../journeys/find-circle.ts';
import { helpersOf } from '../journeys/helpers-of.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { type Journey, journeySchema, type Part, partSchema } from '../schemas/journey.ts';
import type { Block } from '../schemas/page.ts';
import type { Provider } from '../schemas/provider.ts';
import { suggest } from '../text/nearest.ts';
import { folders, pathFrom } from './folders.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, nameOf, type Report, reporter, reportIssues, yamlFiles } from './yaml-mistakes.ts';

/** A journey as it was read, with where its parts stand. */
interface ReadJourney {
  id: string;
  path: string;
  journey: Journey;
  yaml: YamlFile;
}

export interface LoadedJourneys {
  /** Those that can be used, by id. */
  journeys: Map<string, Journey>;
  /** Of all files, those that cannot be used included: what pages may name. */
  ids: string[];
  read: ReadJourney[];
  diagnostics: Diagnostic[];
}

/** Reads `src/content/journeys/<id>.yaml`, and judges each by itself; or with `names` only finds the files. */
export async function loadJourneys(
  root: string,
  wanted: 'all' | 'names',
  look: SecretLook | null = null,
): Promise<LoadedJourneys> {
  const files = await yamlFiles(join(root, folders.journeys));
  const loaded: LoadedJourneys = { journeys: new Map(), ids: files.map(nameOf), read: [], diagnostics: [] };
  if (wanted === 'names') return loaded;
  for (const file of files) {
    const yaml = await readYaml(file, look);
    const id = nameOf(file);
    const path = pathFrom(root, file);
    const report = reporter(path, 'journey-invalid', loaded.diagnostics);
    if (!/^[a-z][a-z0-9-]*$/.test(id))
      report(
        { line: 1, column: 1 },
        `The file’s name is the journey’s id, and \`${id}\` is none; use lower-case letters, digits and hyphens.`,
        'invalid-id',
      );
    if (yaml.data === null && !yaml.error) report({ line: 1, column: 1 }, 'The file is empty.', 'journey-empty');
    if (!isUsable(yaml, report)) continue;
    const parsed = journeySchema.safeParse(yaml.data);
    if (!parsed.success) {
      reportIssues(parsed.error, null, yaml, keysAt, report);
      continue;
    }
    judgeParts(parsed.data, yaml, report);
    loaded.journeys.set(id, parsed.data);
    loaded.read.push({ id, path, journey: parsed.data, yaml });
  }
  return loaded;
}

/** Holds journeys against what else the tree has: blocks, their rows, and providers. */
export function checkJourneys(
  { read }: LoadedJourneys,
  blocks: readonly Block[],
  providers: ReadonlyMap<string, Provider>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byId = new Map(blocks.map((block) => [block.id, block]));
  for (const { path, journey, yaml } of read) {
    const report = reporter(path, 'unknown-block', diagnostics);
    journey.parts.forEach((part, index) => {
      if (part.provider !== undefined && !providers.has(part.provider))
        report(
          yaml.positionOf('parts', index, 'provider'),
          `There is no provider \`${part.provider}\`.${suggest(part.provider, [...providers.keys()])}`,
          'unknown-provider',
        );
      part.checks.forEach((check, at) => {
        const { block: id } = check;
        const place = ['parts', index, 'checks', at] as const;
        const block = byId.get(id);
        if (!block) {
          report(yaml.positionOf(...place), `There is no block \`${id}\`.${suggest(id, near(id, [...byId.keys()]))}`);
          return;
        }
        const rows = block.rows.map(({ reading }) => reading);
        if (check.kind === 'asked') return;
        for (const [number, reading] of check.readings.entries())
          if (!rows.includes(reading))
            report(
              yaml.positionOf(...place, 'readings', number),
              `The block \`${id}\` has no row \`${reading}\`.${suggest(reading, rows)}`,
              'unknown-reading',
            );
      });
    });
  }
  return diagnostics;
}

/** Names to suggest from: the page's own blocks first, where the page exists. */
function near(id: string, known: readonly string[]): readonly string[] {
  const page = id.slice(0, id.indexOf('#') + 1);
  const own = known.filter((each) => each.startsWith(page));
  return own.length > 0 ? own : known;
}

function judgeParts({ parts, entries }: Journey, yaml: YamlFile, report: Report): void {
  if (parts.length === 0) {
    report(yaml.positionOf('parts'), 'The journey has no `parts`.', 'journey-empty');
    return;
  }
  const ids = parts.map(({ id }) => id);
  const refer = (name: string, ...path: PropertyKey[]): void => {
    if (!ids.includes(name))
      report(yaml.positionOf(...path), `The journey has no part \`${name}\`.${suggest(name, ids)}`, 'unknown-part');
  };
  for (const [at, name] of entries.entries()) refer(name, 'entries', at);
  parts.forEach(({ id, needs, seenThrough, checks }, index) => {
    if (ids.indexOf(id) !== index)
      report(yaml.positionOf('parts', index, 'id'), `There is a part \`${id}\` already.`, 'duplicate-id');
    for (const [at, name] of needs.entries()) refer(name, 'parts', index, 'needs', at);
    for (const [at, name] of seenThrough.entries()) refer(name, 'parts', index, 'seenThrough', at);
    for (const [at, check] of checks.entries())
      if (check.kind === 'compared') refer(check.comparedWith, 'parts', index, 'checks', at, 'comparedWith');
  });
  const used = new Set([
    ...entries,
    ...parts.flatMap((part) => [...part.needs, ...helpersOf(part)].filter((name) => name !== part.id)),
  ]);
  parts.forEach(({ id }, index) => {
    if (!used.has(id))
      report(
        yaml.positionOf('parts', index, 'id'),
        `Nothing needs the part \`${id}\`, and it is not among the \`entries\`.`,
        'unneeded-part',
      );
  });
  const circles = [
    { of: (part: Part) => part.needs, says: '`needs` runs in a circle' },
    { of: helpersOf, says: '`seenThrough` and `comparedWith` run in a circle' },
  ];
  for (const { of, says } of circles) {
    const circle = findCircle(new Map(parts.map((part) => [part.id, of(part)])));
    if (!circle) continue;
    const [first = '', next = ''] = circle;
    const index = ids.indexOf(first);
    const part = parts[index];
    report(
      part ? yaml.positionOf('parts', index, ...placeOf(part, next, of === helpersOf)) : { line: 1, column: 1 },
      `${says}: ${circle.map((id) => `\`${id}\``).join(' → ')}.`,
      'journey-circle',
    );
  }
}

/** Where a part names another as a need, or as a helper of its checks. */
function placeOf({ needs, seenThrough, checks }: Part, other: string, asHelper: boolean): PropertyKey[] {
  if (!asHelper) return ['needs', needs.indexOf(other)];
  const at = seenThrough.indexOf(other);
  if (at >= 0) return ['seenThrough', at];
  return [
    'checks',
    checks.findIndex((check) => check.kind === 'compared' && check.comparedWith === other),
    'comparedWith',
  ];
}

/** Keys of a journey, of a part, or of a watched check. */
function keysAt(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(journeySchema.shape);
  return path.includes('checks') ? ['watched', 'block', 'comparedWith', 'readings'] : Object.keys(partSchema.shape);
}
