import { unified } from '@astrojs/markdown-remark';
import remarkDirective from 'remark-directive';
import { describe, expect, it } from 'vitest';
import { loadWords } from '../integration/load-words.ts';
import { cardWords } from '../integration/words.ts';
import { configSchema } from '../schemas/config.ts';
import type { ParsedPages } from './parsed-pages.ts';
import { parseMarkdown } from './parser.ts';
import { remarkCheckBlocks } from './remark-check-blocks.ts';
import { remarkPageLinks } from './remark-page-links.ts';
import { remarkParsedPages } from './remark-parsed-pages.ts';

const root = '/tree';
const path = 'runbooks/a/b.md';
const { locales } = configSchema.parse({});
const words = Object.fromEntries(
  Object.entries(loadWords(locales)).map(([locale, each]) => [locale, cardWords(each, 'internal')]),
);

/** Renders what Astro hands over: the body alone, trimmed. */
async function render(body: string, parsed: ParsedPages): Promise<string> {
  const processor = unified({
    remarkPlugins: [
      [remarkParsedPages, { root, parsed }],
      remarkDirective,
      [remarkPageLinks, { root, base: '/' }],
      [remarkCheckBlocks, { audience: 'internal', root, locales: Object.keys(locales), words, version: '' }],
    ],
  });
  const renderer = await processor.createRenderer({ image: { domains: [], remotePatterns: [] } });
  return (await renderer.render(body, { fileURL: new URL(`file://${root}/${path}`) })).code;
}

const scanned = (text: string): ParsedPages => new Map([[path, { text, tree: parseMarkdown(text, 'md') }]]);
const front = '---\ntitle: A page\ndescription: "***"\n---\n';
const body = `## Steps

A [link](./c.md), \`code\`, https://example.com and a note[^1]. &copy;

:::check[It moves]{#moves use="http-json" target="api"}
| Reading | Healthy |
| --- | --- |
| \`/a\` | \`matches /a\\|b -- "c"/\` |

- **Failing**: _wait_.
:::

[^1]: At the end.`;

describe('remarkParsedPages', () => {
  it.each([
    ['with a break at the end', `${front}\n${body}\n`],
    ['without one', `${front}${body}`],
    ['after blank lines', `${front}\n\n \n${body}\n`],
  ])('draws the same page from the scanner’s tree, %s', async (_, text) => {
    const parsed = scanned(text);
    expect(await render(body, parsed)).toBe(await render(body, new Map()));
    expect(parsed.size).toBe(0);
  });

  it('does take the scanner’s tree', async () => {
    const text = `${front}\nAs it was.\n`;
    const parsed: ParsedPages = new Map([[path, { text, tree: parseMarkdown(`${front}\nMarked.\n`, 'md') }]]);
    expect(await render('As it was.', parsed)).toBe('<p>Marked.</p>');
  });

  it.each([
    ['changed since', `${front}\nBefore.\n`, 'After.'],
    ['that goes on', `${front}\nAfter. And more.\n`, 'After.'],
    ['whose first line is indented', `${front}\n    After.\n`, 'After.'],
    ['that ends in blank lines', `${front}\n\`\`\`\nAfter.\n\n\n`, '```\nAfter.'],
    ['without front matter', 'After.\n', 'After.'],
  ])('parses a page %s', async (_, text, now) => {
    expect(await render(now, scanned(text))).toBe(await render(now, new Map()));
  });
});
