import { posix } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageIdOf, pageUrl } from './page-id.ts';
import { pathInside } from './path-inside.ts';

export interface PageLinksOptions {
  /** Where the pages' paths begin; absolute. */
  root: string;
  /** The site's base path: `/` or `/help/`. */
  base: string;
}

/** Turns relative links to page files into the site's paths: `../network/x.md#y` → `/runbooks/network/x/#y`. */
export function remarkPageLinks({ root, base }: PageLinksOptions) {
  return (tree: Root, file: VFile): void => {
    const path = pathInside(root, file.path);
    if (path === null || !/\.mdx?\b/.test(String(file.value))) return;
    visit(tree, (node) => {
      if (node.type === 'link' || node.type === 'definition') node.url = siteUrl(node.url, path, base) ?? node.url;
    });
  };
}

/** The site's path for a link as a file says it; `null` where the link is not to a page file. */
export function siteUrl(url: string, from: string, base: string): string | null {
  const match = /^(?!\/|[a-z][a-z0-9+.-]*:)([^?#]+\.mdx?)(\?[^#]*)?(#.*)?$/i.exec(url);
  if (!match?.[1]) return null;
  const target = posix.normalize(posix.join(posix.dirname(from), decode(match[1])));
  if (target.startsWith('..')) return null;
  return `${base.replace(/\/$/, '')}${encodeURI(pageUrl(pageIdOf(target)))}${match[2] ?? ''}${match[3] ?? ''}`;
}

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
