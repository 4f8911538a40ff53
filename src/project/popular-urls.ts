import { posix } from 'node:path';
import { pageIdOf } from '../markdown/page-id.ts';
import type { SearchDocument } from '../schemas/search.ts';
import type { Project } from './load.ts';

const most = 6;

/**
 * Where most leads to, the most first: pages that other pages, trees and macros name are what people are sent to,
 * so it is what is offered before anything is typed. Counted, since a list by hand would grow old.
 */
export function popularUrls(
  documents: readonly SearchDocument[],
  { pages, trees, macros }: Project,
  audience: 'public' | 'internal',
): string[] {
  const counts = new Map<string, number>();
  const count = (slug: string, by = 1): void => void counts.set(slug, (counts.get(slug) ?? 0) + by);
  for (const { path, links, sourceId } of pages) {
    if (sourceId !== null) continue;
    for (const { url } of links)
      if (/^[^#:]+\.mdx?(#|$)/.test(url)) count(pageIdOf(posix.join(posix.dirname(path), url.split('#')[0] ?? '')));
  }
  for (const { nodes } of trees.values())
    for (const node of Object.values(nodes)) if (node.kind === 'outcome' && node.runbook) count(node.runbook);
  for (const byLocale of macros.values()) for (const { article } of byLocale.values()) if (article) count(article, 2);
  const wanted = audience === 'public' ? 'help' : 'runbook';
  return documents
    .filter(({ kind }) => kind === wanted)
    .map(({ url, slug }) => ({
      url,
      count: [...counts].find(([id]) => id.endsWith(`/${slug}`) && id.startsWith(wanted))?.[1] ?? 0,
    }))
    .filter(({ count: links }) => links > 0)
    .sort((a, b) => b.count - a.count || (a.url < b.url ? -1 : 1))
    .slice(0, most)
    .map(({ url }) => url);
}
