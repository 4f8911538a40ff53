import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import {
  followUpSchema,
  type Incident,
  incidentFrontmatterSchema,
  incidentStepSchema,
  reviewSchema,
} from '../schemas/incident.ts';
import type { Position } from '../schemas/page.ts';
import { folders } from './folders.ts';
import { type YamlFile, yamlOf } from './read-yaml.ts';
import type { SecretLook } from './secret-look.ts';
import { isUsable, type Report, reporter, reportIssues } from './yaml-mistakes.ts';

/** An incident as it was read, with where its keys stand. */
export interface ReadIncident {
  incident: Incident;
  yaml: YamlFile;
}

export interface LoadedIncidents {
  /** By id, the newest first. */
  incidents: Map<string, Incident>;
  read: ReadIncident[];
  /** Paths of those that could not be read: what they would say is not known. */
  unread: string[];
  diagnostics: Diagnostic[];
}

/** The records right in a folder, by name; drafts, whose name begins with `_`, stay out. */
async function recordsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => name.endsWith('.md') && !name.startsWith('_'))
    .sort()
    .reverse();
}

/** Reads `src/content/incidents/<date>-<slug>.md`, and judges each by itself. Without a root there are none. */
export async function loadIncidents(root: string | null, look: SecretLook | null = null): Promise<LoadedIncidents> {
  const loaded: LoadedIncidents = { incidents: new Map(), read: [], unread: [], diagnostics: [] };
  if (root === null) return loaded;
  const folder = join(root, folders.incidents);
  for (const name of await recordsIn(folder)) {
    const path = `${folders.incidents}/${name}`;
    const id = name.replace(/\.md$/, '');
    const text = await readFile(join(folder, name), 'utf8');
    const read = await readIncident({ id, path, text }, look, reporter(path, 'incident-invalid', loaded.diagnostics));
    if (!read) {
      loaded.unread.push(path);
      continue;
    }
    loaded.read.push(read);
    loaded.incidents.set(id, read.incident);
  }
  return loaded;
}

/** Reads one record; what is wrong with it by itself is reported, and then it is `null`. */
export async function readIncident(
  { id, path, text }: { id: string; path: string; text: string },
  look: SecretLook | null,
  report: Report,
): Promise<ReadIncident | null> {
  const top: Position = { line: 1, column: 1 };
  const day = /^(\d{4}-\d{2}-\d{2})-[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(id)?.[1];
  const isDay = day !== undefined && !Number.isNaN(Date.parse(day));
  if (!isDay)
    report(
      top,
      `\`${id}.md\` is no name for an incident; expected its day and a few words, such as \`2026-11-03-swaps-fail.md\`.`,
    );
  const [, front, body] = /^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text) ?? [];
  if (front === undefined || body === undefined) {
    report(top, 'The file has no front matter; expected `---`, at least `title`, `severity` and `status`, and `---`.');
    return null;
  }
  // The opening line is an empty one, so that places are those of the file.
  const yaml = await yamlOf(`\n${front}`, look);
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  const [secret] = (await look?.inParts(body, () => [{ text: body, offset: 0 }])) ?? [];
  if (secret) report({ line: bodyLine + lineOf(body, secret.offset), column: 1 }, secret.message, 'secret');
  if (yaml.data === null && yaml.error === null) {
    report(top, 'The front matter is empty; expected at least `title`, `severity` and `status`.');
    return null;
  }
  if (!isUsable(yaml, report) || secret) return null;
  const parsed = incidentFrontmatterSchema.safeParse(yaml.data);
  if (!parsed.success) {
    reportIssues(parsed.error, null, yaml, keysAt, report);
    return null;
  }
  const incident: Incident = { id, path, ...parsed.data, body: body.trim() };
  judgeTimes(incident, isDay ? day : null, yaml, report);
  return { incident, yaml };
}

function judgeTimes({ status }: Incident, day: string | null, yaml: YamlFile, report: Report): void {
  const [first] = status;
  if (day !== null && first && !first.at.startsWith(day))
    report(
      yaml.positionOf('status', 0, 'at'),
      `It began at \`${first.at}\`, and the file’s name says \`${day}\`; both are days in UTC.`,
      'incident-order',
    );
  status.forEach((step, index) => {
    const before = status[index - 1];
    if (!before) return;
    if (Date.parse(step.at) < Date.parse(before.at))
      report(
        yaml.positionOf('status', index, 'at'),
        `\`${step.phase}\` began at \`${step.at}\`, before \`${before.phase}\` at \`${before.at}\`; the first phase stands first.`,
        'incident-order',
      );
  });
}

function keysAt([first]: readonly PropertyKey[]): string[] {
  switch (first) {
    case 'status':
      return Object.keys(incidentStepSchema.shape);
    case 'followUps':
      return Object.keys(followUpSchema.shape);
    case 'review':
      return Object.keys(reviewSchema.shape);
    default:
      return Object.keys(incidentFrontmatterSchema.shape);
  }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;
