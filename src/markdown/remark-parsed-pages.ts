import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import type { ParsedPages } from './parsed-pages.ts';
import { pathInside } from './path-inside.ts';

export interface ParsedPagesOptions {
  /** Where the pages' paths begin; absolute. */
  root: string;
  /** Each is taken out when it is used. */
  parsed: ParsedPages;
}

/**
 * Takes a page's tree from the scanner, which has parsed the same file in the same process with the
 * same syntax. Every other text is parsed as ever: MDX, a page that has changed since, one that the
 * scanner took from its cache.
 */
export function remarkParsedPages(this: Processor, { root, parsed }: ParsedPagesOptions): void {
  const parse = this.parser;
  if (!parse) throw new TypeError('There is no parser before this plugin.');
  this.parser = (body: string, file: VFile) => {
    const path = file.path.endsWith('.md') ? pathInside(root, file.path) : null;
    const page = path === null ? undefined : parsed.get(path);
    if (path === null || !page) return parse(body, file);
    parsed.delete(path);
    const tree = bodyOf(page.tree, page.text, body);
    if (!tree) return parse(body, file);
    // Positions are of the whole file, so what reads the source by them must have the whole file, too.
    file.value = page.text;
    return tree;
  };
}

/**
 * The tree without its front matter, where `body` is all that follows it. Astro trims the body: that
 * changes nothing as long as the first line is not indented and the last is followed by at most one break.
 */
function bodyOf(tree: Root, text: string, body: string): Root | null {
  const [head, ...children] = tree.children;
  const end = head?.type === 'yaml' ? head.position?.end.offset : undefined;
  if (end === undefined) return null;
  const rest = text.slice(end);
  const at = rest.length - rest.trimStart().length;
  const isSame = rest.startsWith(body, at) && /^\r?\n?$/.test(rest.slice(at + body.length));
  return isSame && rest[at - 1] === '\n' ? { ...tree, children } : null;
}
