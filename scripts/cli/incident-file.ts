import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { publicTextsOf } from '../../src/incidents/public-texts-of.ts';
import { internalTerms } from '../../src/leaks/internal-terms.ts';
import { internalWordsIn, termsFor } from '../../src/leaks/judge-incidents.ts';
import { checkIncidents, hasReviewIn } from '../../src/project/check-incidents.ts';
import { declaredNames } from '../../src/project/declared-names.ts';
import type { Project } from '../../src/project/load.ts';
import { type ReadIncident, readIncident } from '../../src/project/load-incidents.ts';
import { pickSecrets } from '../../src/project/pick-secrets.ts';
import { openSecretLook } from '../../src/project/secret-look.ts';
import { reporter } from '../../src/project/yaml-mistakes.ts';
import { type Diagnostic, formatDiagnostic } from '../../src/schemas/diagnostic.ts';
import type { Incident } from '../../src/schemas/incident.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';
import { openProject } from './open-project.ts';

/** The tree, with all that records are held against. */
export async function openForIncidents(options: {
  root: string | undefined;
  env: string | undefined;
}): Promise<Project> {
  const { project } = await openProject({ ...options, trees: true, journeys: 'all' });
  return project;
}

/** The incident that people mean: its id, or the words after its day where only one has them. */
export function incidentNamed(name: string, { incidents, diagnostics }: Project): Incident {
  const exact = incidents.get(name.replace(/^.*\//, '').replace(/\.md$/, ''));
  if (exact) return exact;
  const bySlug = [...incidents.values()].filter(({ id }) => id.slice(11) === name);
  const [only, another] = bySlug;
  if (only && !another) return only;
  if (another)
    throw new UsageError(
      `Several incidents are called \`${name}\`: ${bySlug.map(({ id }) => `\`${id}\``).join(', ')}.`,
    );
  const broken = diagnostics.find(({ path, severity }) => severity === 'error' && path.endsWith(`${name}.md`));
  if (broken) throw new UsageError(`The record cannot be read.\n${formatDiagnostic(broken)}`);
  const ids = [...incidents.keys()];
  const near = suggest(name, [...ids.map((id) => id.slice(11)), ...ids]);
  throw new UsageError(`There is no incident \`${name}\`.${near || ' There is none at all yet.'}`);
}

/** The two parts of a record's file. */
export async function partsOf(project: Project, incident: Incident) {
  const text = await readFile(join(project.root, incident.path), 'utf8');
  const [, front = '', body = ''] = /^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text) ?? [];
  return { text, document: parseDocument(front), body };
}

export const recordText = (front: string, body: string): string => `---\n${front.trim()}\n---\n\n${body.trim()}\n`;

/** How YAML is written: texts with paragraphs stand as they are read. */
export const yamlStyle = { lineWidth: 116, blockQuote: 'literal', flowCollectionPadding: false } as const;

/**
 * Reads a record as it would be written, and holds it against everything that `lint` does. Wrong use where it
 * has a mistake: nothing is written then. Warnings are said.
 */
export async function judgeRecord(
  project: Project,
  { id, path }: Pick<Incident, 'id' | 'path'>,
  text: string,
): Promise<Incident> {
  const diagnostics: Diagnostic[] = [];
  const declared = pickSecrets(declaredNames(project), process.env);
  const look = await openSecretLook({ root: project.root, declared });
  const read = await readIncident({ id, path, text }, look, reporter(path, 'incident-invalid', diagnostics));
  if (read) diagnostics.push(...judged(project, read));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const internal = read?.incident.public ? await internalWords(project, read.incident) : [];
  if (!read || errors.length + internal.length > 0)
    throw new UsageError(
      `Nothing was written: the record would have ${errors.length + internal.length === 1 ? 'a mistake' : 'mistakes'}.\n${[...errors.map(({ code, message }) => `${code}: ${message}`), ...internal].join('\n')}`,
    );
  for (const { message, severity } of diagnostics) if (severity === 'warning') process.stderr.write(`${message}\n`);
  return read.incident;
}

function judged({ root, config, journeys, providers }: Project, read: ReadIncident): Diagnostic[] {
  return checkIncidents(
    { read: [read] },
    {
      locales: Object.keys(config.locales),
      teams: config.teams,
      journeys: [...journeys.keys()],
      providers: [...providers.keys()],
      allowedDomains: config.allowedDomains,
      hasReview: hasReviewIn(root),
      now: new Date(),
    },
  );
}

async function internalWords(project: Project, incident: Incident): Promise<string[]> {
  // What is written now is no part of what was said before.
  const others = new Map([...project.incidents].filter(([id]) => id !== incident.id));
  const all = await internalTerms({ ...project, incidents: others }, { incidents: 'judged' });
  const terms = termsFor(incident, all, project);
  return [incident.id, ...publicTextsOf(incident).flatMap(({ text }) => Object.values(text))]
    .flatMap((text) => internalWordsIn(text, terms))
    .map((word) => `incident-internal: “${word}” is a word of the team; users read this.`);
}

/** Writes a record over its old version: the whole of it or nothing. */
export async function replaceRecord(project: Project, path: string, text: string): Promise<void> {
  const file = join(project.root, path);
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}
