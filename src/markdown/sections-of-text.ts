import { pageSections, type Section } from './page-sections.ts';
import { makeFindings } from './page-world.ts';
import { parseMarkdown } from './parser.ts';
import { scanFrontmatter } from './scan-frontmatter.ts';
import { makeSource } from './source.ts';

/** The sections of a page's text; `null` where it cannot be read, as an old one may not. */
export function sectionsOfText(path: string, text: string): Section[] | null {
  const source = makeSource(text);
  try {
    const tree = parseMarkdown(source.text, path.endsWith('.mdx') ? 'mdx' : 'md');
    const head = tree.children[0];
    const scanned = head?.type === 'yaml' ? scanFrontmatter(head.value, makeFindings(path)) : null;
    return scanned && pageSections(tree, source, scanned.frontmatter);
  } catch {
    return null;
  }
}
