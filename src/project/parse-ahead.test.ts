import { describe, expect, it } from 'vitest';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import { parseMarkdown } from '../markdown/parser.ts';
import { parseAhead } from './parse-ahead.ts';

const pages = Array.from({ length: 100 }, (_, nth) => ({
  path: `runbooks/a/page-${nth}.${nth === 50 ? 'mdx' : 'md'}`,
  text: `---\ntitle: Page ${nth}\n---\n\n:::check[Title]{#a}\n| Reading | Healthy |\n| --- | :-: |\n| a | \`= ${nth}\` |\n:::\n`,
}));

describe('parseAhead', () => {
  it('parses in threads what this thread would have parsed', async () => {
    const parsed: ParsedPages = new Map();
    await using ahead = parseAhead(pages, parsed);
    for (const { path } of pages) await ahead.ready(path);
    expect(parsed.size).toBe(99);
    for (const { path, text } of pages.filter((page) => page.path.endsWith('.md')))
      expect(parsed.get(path)).toEqual({ text, tree: parseMarkdown(text, 'md') });
  });

  it('leaves MDX, unknown pages and small trees to others, and keeps nobody waiting', async () => {
    const parsed: ParsedPages = new Map();
    await using ahead = parseAhead(pages.slice(0, 20), parsed);
    for (const path of ['runbooks/a/page-0.md', 'runbooks/a/page-50.mdx', 'elsewhere.md']) await ahead.ready(path);
    expect(parsed.size).toBe(0);
  });

  it('lets nobody wait for threads that are ended', async () => {
    const parsed: ParsedPages = new Map();
    const ahead = parseAhead(pages, parsed);
    const last = ahead.ready('runbooks/a/page-99.md');
    await ahead[Symbol.asyncDispose]();
    await last;
    expect(parsed.size).toBeLessThan(99);
  });
});
