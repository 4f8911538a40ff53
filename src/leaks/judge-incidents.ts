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
    judgeIncident(each, terms, await readFile(join(project.root, each.path), 'utf8')),
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

/** What of a text only the team may read. */
export function internalWordsIn(text: string, terms: InternalTerms): string[] {
  const leaks = findLeaks([{ path: 'text.txt', text }], { ...terms, routes: new Set() });
  return [...new Set(leaks.map((leak) => leak.text))];
}
