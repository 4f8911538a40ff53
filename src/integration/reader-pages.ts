import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageUrl } from '../markdown/page-id.ts';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import { parseMarkdown } from '../markdown/parser.ts';
import type { Project } from '../project/load.ts';
import { type CopySite, type CopyWords, markdownCopy } from '../readers/markdown-copy.ts';
import { type PageShape, pageShape } from '../readers/page-shape.ts';
import type { Page } from '../schemas/page.ts';
import { changedOn } from './changed-on.ts';
import { pagesFor } from './site-data.ts';
import { cardWords, type Words } from './words.ts';

/** A public page for readers that want no HTML. */
export interface ReaderPage {
  /** Its Markdown copy. */
  copy: string;
  shape: PageShape;
}

/**
 * Every public page for readers of other kinds, by page id. Must come before the site takes pages out of `parsed` to draw
 * them: there a page need not be parsed again.
 */
export async function readerPages(
  project: Project,
  base: string,
  dates: ReadonlyMap<string, string>,
  words: Readonly<Record<string, Words>>,
  parsed: ParsedPages,
): Promise<Map<string, ReaderPage>> {
  const pages = pagesFor(project, 'public');
  const prefix = base.replace(/\/$/, '');
  const pathOf = (page: Page): string => `${prefix}${pageUrl(page.id)}`;
  const { origin } = new URL(project.config.siteUrl);
  const site: CopySite = { origin, base, copies: new Set(pages.map(pathOf)) };
  const read = new Map<string, ReaderPage>();
  for (const page of pages) {
    const own = words[page.locale];
    const known = parsed.get(page.path);
    const text = known?.text ?? (await readFile(join(project.root, page.path), 'utf8'));
    const tree = known?.tree ?? parse(text, page.path);
    if (!own || !tree) continue;
    const source = {
      path: page.path,
      text,
      tree,
      frontmatter: page.frontmatter,
      url: `${origin}${pathOf(page)}`,
      changed: changedOn(page, dates),
    };
    read.set(page.id, { copy: markdownCopy(source, site, copyWords(own)), shape: pageShape(tree, text) });
  }
  return read;
}

/** `null` where it is no Markdown at all; the scanner has said so. */
function parse(text: string, path: string) {
  try {
    return parseMarkdown(text, path.endsWith('.mdx') ? 'mdx' : 'md');
  } catch {
    return null;
  }
}

function copyWords(words: Words): CopyWords {
  return {
    outcomes: cardWords(words, 'public').outcomes,
    symptoms: words['runlight.symptoms'],
    now: words['runlight.copy.now'],
    page: words['runlight.copy.page'],
    changed: words['runlight.copy.changed'],
  };
}
