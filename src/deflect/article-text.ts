import type { ArticleText } from './article-index.ts';

/** An article's Markdown, taken apart: headings, error texts (what is set as code) and the rest, as plain lines. */
export function articleText(markdown: string): Pick<ArticleText, 'errors' | 'headings' | 'text'> {
  const body = markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  const headings: string[] = [];
  const lines: string[] = [];
  const errors = new Set<string>();
  for (const line of body.split(/\r?\n/)) {
    // Directives, and the tables of check blocks, are not what an article says.
    if (/^\s*(?::::|\||import |export |<\/?[A-Z])/.test(line) && !line.includes('`')) continue;
    for (const [, code = ''] of line.matchAll(/`([^`]+)`/g))
      if (/\s/.test(code) || /^[\w-]*[_-]\w/.test(code)) errors.add(code);
    const text = line
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*_>|#]/g, ' ')
      .trim();
    if (text === '' || text.startsWith(':::')) continue;
    if (/^#{1,6}\s/.test(line)) headings.push(text);
    else lines.push(text);
  }
  return { errors: [...errors], headings, text: lines.join('\n') };
}
