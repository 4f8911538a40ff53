import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicTextsOf } from '../incidents/public-texts-of.ts';
import { judgeMacro } from '../macros/judge-macro.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import {
  followUpSchema,
  type Incident,
  incidentFrontmatterSchema,
  incidentStepSchema,
  isOpen,
  reviewSchema,
} from '../schemas/incident.ts';
import type { Position } from '../schemas/page.ts';
import type { PublicText } from '../schemas/public-text.ts';
import { suggest } from '../text/nearest.ts';
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
  diagnostics: Diagnostic[];
}

/** What incidents are held against. */
export interface IncidentWorld {
  locales: readonly string[];
  teams: readonly string[];
  journeys: readonly string[];
  providers: readonly string[];
  now: Date;
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
  const loaded: LoadedIncidents = { incidents: new Map(), read: [], diagnostics: [] };
  if (root === null) return loaded;
  const folder = join(root, folders.incidents);
  for (const name of await recordsIn(folder)) {
    const path = `${folders.incidents}/${name}`;
    const id = name.replace(/\.md$/, '');
    const text = await readFile(join(folder, name), 'utf8');
    const read = await readIncident({ id, path, text }, look, reporter(path, 'incident-invalid', loaded.diagnostics));
    if (!read) continue;
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

/** Holds incidents against what else the tree has, and against what the team must not say or leave. */
export function checkIncidents(
  { read }: LoadedIncidents,
  world: IncidentWorld & { hasReview: (id: string) => boolean },
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { incident, yaml } of read) {
    const report = reporter(incident.path, 'incident-invalid', diagnostics);
    judgeNames(incident, yaml, world, report);
    judgeTexts(incident, yaml, world.locales, report);
    judgeLeftovers(incident, yaml, world, report);
  }
  return diagnostics;
}

/** Whether an incident’s review has been begun in the tree. */
export const hasReviewIn =
  (root: string) =>
  (id: string): boolean =>
    existsSync(join(root, folders.reviews, `${id}.md`));

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

function judgeNames(incident: Incident, yaml: YamlFile, world: IncidentWorld, report: Report): void {
  incident.journeys.forEach((name, index) => {
    if (!world.journeys.includes(name))
      report(
        yaml.positionOf('journeys', index),
        `There is no journey \`${name}\`.${suggest(name, world.journeys)}`,
        'unknown-journey',
      );
  });
  incident.providers.forEach((name, index) => {
    if (!world.providers.includes(name))
      report(
        yaml.positionOf('providers', index),
        `There is no provider \`${name}\`.${suggest(name, world.providers)}`,
        'unknown-provider',
      );
  });
  const team = (name: string, ...path: PropertyKey[]): void => {
    if (!world.teams.includes(name))
      report(yaml.positionOf(...path), `There is no team \`${name}\`.${suggest(name, world.teams)}`, 'unknown-owner');
  };
  incident.followUps.forEach(({ owner }, index) => {
    team(owner, 'followUps', index, 'owner');
  });
  if (incident.review) team(incident.review.owner, 'review', 'owner');
}

function judgeTexts(incident: Incident, yaml: YamlFile, locales: readonly string[], report: Report): void {
  const complete = (text: PublicText, ...path: PropertyKey[]): void => {
    for (const locale of Object.keys(text))
      if (!locales.includes(locale))
        report(
          yaml.positionOf(...path, locale),
          `\`${locale}\` is no language of the configuration.${suggest(locale, locales)}`,
        );
    const missing = locales.filter((locale) => text[locale] === undefined);
    if (incident.public && missing.length > 0)
      report(
        yaml.positionOf(...path),
        `\`${path.map(String).join('.')}\` is missing in ${missing.map((locale) => `\`${locale}\``).join(' and ')}; users of every language read it.`,
        'incident-untold',
      );
  };
  const texts = publicTextsOf(incident);
  for (const { text, path } of texts) complete(text, ...path);
  if (incident.public) {
    if (incident.headline === undefined)
      report(
        yaml.positionOf('public'),
        'The incident is public and has no `headline`: what users notice, in a few words, in every language.',
        'incident-untold',
      );
    const last = incident.status.length - 1;
    if (incident.status[last]?.text === undefined)
      report(
        yaml.positionOf('status', last),
        'The incident is public, and its newest phase has no `text` for users.',
        'incident-untold',
      );
  }
  for (const { text, path } of texts)
    for (const [locale, said] of Object.entries(text))
      for (const { code, message } of judgeMacro(said, locale))
        report(
          yaml.positionOf(...path, locale),
          message.replace(
            'When we write again is `{{next-update}}`.',
            'Name the hour at which we write again, in UTC.',
          ),
          code === 'macro-promises' ? 'incident-promises' : 'incident-asks-secret',
        );
}

function judgeLeftovers(
  incident: Incident,
  yaml: YamlFile,
  { now, hasReview }: IncidentWorld & { hasReview: (id: string) => boolean },
  report: Report,
): void {
  const today = now.toISOString().slice(0, 10);
  const { followUps, review, severity, id } = incident;
  followUps.forEach(({ what, owner, due, done }, index) => {
    if (done === undefined && due < today)
      report(
        yaml.positionOf('followUps', index, 'due'),
        `“${what}” was due on ${due}, from \`${owner}\`.`,
        'follow-up-overdue',
      );
  });
  if (isOpen(incident)) return;
  if (!review) {
    if (severity === 'sev1' || severity === 'sev2')
      report(
        yaml.positionOf('severity'),
        `A resolved \`${severity}\` has a \`review\` with \`owner\` and \`due\`.`,
        'incident-unreviewed',
      );
    return;
  }
  if (review.done !== undefined && !hasReview(id))
    report(
      yaml.positionOf('review', 'done'),
      `The review is done, but \`${folders.reviews}/${id}.md\` is not there.`,
      'incident-unreviewed',
    );
  if (review.done === undefined && review.due < today)
    report(
      yaml.positionOf('review', 'due'),
      `The review was due on ${review.due}, from \`${review.owner}\`.`,
      'follow-up-overdue',
    );
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
