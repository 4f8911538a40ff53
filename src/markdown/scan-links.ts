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
