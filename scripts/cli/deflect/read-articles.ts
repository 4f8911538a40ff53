import type { ArticleText } from '../../../src/deflect/article-index.ts';
import type { Project } from '../../../src/project/load.ts';
import { searchDocuments } from '../../../src/project/search-documents.ts';

/** The help articles that users may read, in every language, as the finder has them. */
export async function readArticles(project: Project): Promise<ArticleText[]> {
  const documents = await Promise.all(
    Object.keys(project.config.locales).map((locale) =>
      searchDocuments(project, { audience: 'public', locale, base: '/' }),
    ),
  );
  // A page without a translation stands in for it, in its own language: once is enough.
  const seen = new Set<string>();
  return documents.flat().filter(({ kind, slug, locale }) => {
    const key = `${locale} ${slug}`;
    if (kind !== 'help' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
