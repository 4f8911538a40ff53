import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Link } from '../schemas/page.ts';
import { plainText } from './plain-text.ts';
import type { Source } from './source.ts';

/** The links of a page, with their places. */
export function scanLinks(tree: Root): Link[] {
  const links: Link[] = [];
  visit(tree, (node: Nodes) => {
    if ((node.type === 'link' || node.type === 'definition') && node.position) {
      links.push({ url: node.url, position: { line: node.position.start.line, column: node.position.start.column } });
    } else if (node.position) {
      const position = { line: node.position.start.line, column: node.position.start.column };
      for (const url of hrefsOf(node)) links.push({ url, position });
    }
  });
  return links;
}

/** What a link's fragment may name: slugs of headings, as the site makes them, ids in raw HTML, and Starlight's `_top`. */
export function scanAnchors(tree: Root, source: Source): string[] {
  const slugger = new GithubSlugger();
  const anchors: string[] = ['_top'];
  visit(tree, (node: Nodes) => {
    if (node.type === 'heading') anchors.push(slugger.slug(plainText(node, source)));
    else if (node.type === 'html')
      for (const match of node.value.matchAll(/\sid="([^"]+)"/g)) anchors.push(match[1] ?? '');
  });
  return anchors;
}

/** Links in raw HTML, and of elements in MDX. */
function hrefsOf(node: Nodes): string[] {
  if (node.type === 'html') return [...node.value.matchAll(/\shref="([^"]+)"/g)].map((match) => match[1] ?? '');
  if (!('attributes' in node) || !Array.isArray(node.attributes)) return [];
  return (node.attributes as { name?: unknown; value?: unknown }[]).flatMap(({ name, value }) =>
    name === 'href' && typeof value === 'string' ? [value] : [],
  );
}
