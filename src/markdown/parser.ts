import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const md = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkDirective).freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkMdx)
  .freeze();

/** Parses a page as the site's Markdown engine does. In `.mdx` a syntax error is thrown as a `VFileMessage`. */
export function parseMarkdown(source: string, format: 'md' | 'mdx'): Root {
  return (format === 'mdx' ? mdx : md).parse(source);
}
