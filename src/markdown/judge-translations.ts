import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Position } from '../schemas/page.ts';
import { changedSections } from './changed-sections.ts';
import type { Section } from './page-sections.ts';
import { makeFindings } from './page-world.ts';

/** A page, as far as its translations are concerned. */
export interface TranslationFacts {
  path: string;
  id: string;
  /** The page that it translates. */
  sourceId: string | null;
  sections: readonly Section[];
  /** Hashes of the source's sections that it was made from, and where they stand; `null` where it does not say. */
  madeFrom: { hashes: readonly string[]; position: Position } | null;
}

/** Translations whose source says something else than what they were made from, with what has changed. */
export function judgeTranslations(pages: readonly TranslationFacts[]): Diagnostic[] {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return pages.flatMap(({ path, id, sourceId, madeFrom }) => {
    const source = sourceId === null ? undefined : byId.get(sourceId);
    if (!source || !madeFrom) return [];
    const { changed, added, removed } = changedSections(madeFrom.hashes, source.sections);
    const said = [
      ...changed.map((section) => `${nameOf(section)} has changed`),
      ...added.map((section) => `${nameOf(section)} is new`),
      ...(removed > 0 ? [`${removed === 1 ? 'a section is' : `${removed} sections are`} gone`] : []),
    ];
    if (said.length === 0) return [];
    const findings = makeFindings(path);
    findings.add(
      'stale-translation',
      madeFrom.position,
      `In \`${source.path}\`, since this was translated: ${said.join('; ')}. Bring it over, then run \`npx runlight translated ${id}\`.`,
    );
    return findings.list;
  });
}

const nameOf = ({ heading, line }: Section): string =>
  heading === null ? 'the beginning (title, description or the first lines)' : `“${heading}” (line ${line})`;
