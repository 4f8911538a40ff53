import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleText } from '../../../src/deflect/article-index.ts';
import { articleText } from '../../../src/deflect/article-text.ts';
import type { Project } from '../../../src/project/load.ts';

const isArticle = /(?:^|\/)help\/([^/]+)$/;

/** The help articles that users may read, in every language. */
export async function readArticles(project: Project): Promise<ArticleText[]> {
  const pages = project.pages.filter(({ id, frontmatter }) => isArticle.test(id) && frontmatter.audience === 'public');
  return Promise.all(
    pages.map(async ({ id, path, locale, frontmatter }) => ({
      slug: isArticle.exec(id)?.[1] ?? id,
      locale,
      title: frontmatter.title,
      description: frontmatter.description ?? '',
      url: `/${id}/`,
      symptoms: frontmatter.symptoms ?? [],
      ...articleText(await readFile(join(project.root, path), 'utf8')),
    })),
  );
}
