import type { Page } from '../schemas/page.ts';

/** When a page last changed, ISO 8601: its newest commit, else the day of its last review; `null` where neither is known. */
export function changedOn(
  { path, frontmatter }: Pick<Page, 'path' | 'frontmatter'>,
  commits: ReadonlyMap<string, string>,
): string | null {
  const { reviewed } = frontmatter;
  return commits.get(path) ?? (reviewed ? `${reviewed}T00:00:00.000Z` : null);
}
