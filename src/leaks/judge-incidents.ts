import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicTextsOf } from '../incidents/public-texts-of.ts';
import type { Project } from '../project/load.ts';
import { yamlOf } from '../project/read-yaml.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Incident } from '../schemas/incident.ts';
import { findLeaks } from './find-leaks.ts';
import { type InternalTerms, internalTerms } from './internal-terms.ts';

/**
 * Internal words in what public incidents say to users, and in their ids. The terms are those that the built
 * public site is held against, so that a text is refused while it is written, and not when it is published.
 */
export async function judgeIncidents(project: Project): Promise<Diagnostic[]> {
  const open = [...project.incidents.values()].filter((incident) => incident.public);
  if (open.length === 0) return [];
  const terms = await internalTerms(project, { incidents: 'judged' });
  const judged = open.map(async (each) =>
    judgeIncident(each, termsFor(each, terms, project), await readFile(join(project.root, each.path), 'utf8')),
  );
  return (await Promise.all(judged)).flat();
}

async function judgeIncident(incident: Incident, terms: InternalTerms, text: string): Promise<Diagnostic[]> {
  const found = [
    ...internalWordsIn(incident.id, terms).map((word) => ({ word, path: [] as PropertyKey[] })),
    ...publicTextsOf(incident).flatMap(({ text: said, path }) =>
      Object.entries(said).flatMap(([locale, each]) =>
        internalWordsIn(each, terms).map((word) => ({ word, path: [...path, locale] })),
      ),
    ),
  ];
  if (found.length === 0) return [];
  const yaml = await yamlOf(`\n${/^---\r?\n(.*?)^---[ \t]*(?:\r?\n|$)/ms.exec(text)?.[1] ?? ''}`);
  return found.map(({ word, path }) => ({
    path: incident.path,
    ...(path.length === 0 ? { line: 1, column: 1 } : yaml.positionOf(...path)),
    severity: 'error',
    code: 'incident-internal',
    message:
      path.length === 0
        ? `The file’s name holds “${word}”, which only the team knows; as the id of a public incident it is public.`
        : `“${word}” is a word of the team; users read this text.`,
  }));
}

/**
 * What public texts of an incident may not say: the names and sentences of the team. A run of words may be
 * anybody’s: macros and runbooks say what one writes. Nor are the names of networks a secret that it touches.
 */
export function termsFor(
  incident: Incident,
  terms: InternalTerms,
  { providers }: Pick<Project, 'providers'>,
): InternalTerms {
  const networks = new Set(incident.chains.flatMap((id) => [id, providers.get(id)?.name ?? id]));
  return {
    terms: terms.terms.filter(({ text }) => !networks.has(text)),
    quotations: new Set(),
    routes: new Set(),
  };
}

/**
 * What of a text only the team may read. On a page a single plain word is found as a value alone, since it may be
 * anybody’s; in a sentence about an incident a provider’s name is that provider, however short.
 */
export function internalWordsIn(text: string, terms: InternalTerms): string[] {
  const leaks = findLeaks([{ path: 'text.txt', text }], terms).map((leak) => leak.text);
  const words = new Set(text.split(/[^\p{L}\p{N}]+/u));
  const names = terms.terms.filter(
    ({ kind, text: name }) => kind === 'provider' && /^\p{Lu}/u.test(name) && words.has(name),
  );
  return [...new Set([...leaks, ...names.map((name) => name.text)])];
}
