import { findClashes } from '../glossary/find-clashes.ts';
import type { Project } from '../project/load.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { GlossaryFamily, GlossaryUser } from '../schemas/glossary.ts';

/** An entry as users read it. An allow-list: nothing else of it is on the public site. */
export interface ShownEntry {
  /** Its place on its family's page. */
  id: string;
  code: string | null;
  text: string | null;
  aliases: string[];
  /** By language. */
  user: Record<string, GlossaryUser>;
  /** Ids of the articles that say more, the best first. */
  articles: string[];
}

export interface ShownFamily {
  id: string;
  /** By language. */
  title: Record<string, string>;
  entries: ShownEntry[];
}

/** What the site knows of errors, codes and states. Plain data. */
export interface GlossaryData {
  /** What users read, by family; only families that have something for them. */
  shown: ShownFamily[];
  /** All of it, by family; nothing on the public site. */
  families: Record<string, GlossaryFamily>;
  /** By `family/entry`: entries that have the same code or text and mean something else; nothing on the public site. */
  clashes: Record<string, string[]>;
}

export function glossaryData({ glossary, pages }: Project, audience: Audience): GlossaryData {
  const articles = new Set(
    pages.flatMap(({ id, sourceId, frontmatter }) =>
      sourceId === null && frontmatter.audience === 'public' ? id : [],
    ),
  );
  const shown = [...glossary].flatMap(([id, family]): ShownFamily[] => {
    const entries = Object.entries(family.entries).flatMap(([key, entry]): ShownEntry[] =>
      entry.user
        ? [
            {
              id: key,
              code: entry.code ?? null,
              text: entry.text ?? null,
              aliases: entry.aliases,
              user: entry.user,
              articles: entry.pages.filter((page) => articles.has(page)),
            },
          ]
        : [],
    );
    return entries.length === 0 ? [] : [{ id, title: family.title, entries }];
  });
  if (audience === 'public') return { shown, families: {}, clashes: {} };
  return { shown, families: Object.fromEntries(glossary), clashes: Object.fromEntries(findClashes(glossary)) };
}
