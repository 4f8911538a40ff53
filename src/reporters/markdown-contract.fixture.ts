import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { type Verdict, verdictMarks } from '../schemas/verdict.ts';
import { oneLine } from '../text/one-line.ts';
import type { ExampleRun } from './example-run.fixture.ts';
import { parseCommands } from './workflow-commands.fixture.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
export const blobUrl = 'https://github.example/owner/name/blob/0123456789abcdef0123456789abcdef01234567';

/** Raw HTML becomes elements here, as in a browser. */
const renderer = await createMarkdownProcessor({ gfm: true, smartypants: false, syntaxHighlight: false });
const ownElements = new Set('h2 h3 h4 p code pre ul li table thead tbody tr th td a details summary strong'.split(' '));

/** What the reporter itself writes; anything else would have come from a text. */
const own = new Set(
  'root heading paragraph text inlineCode code table tableRow tableCell list listItem link html strong'.split(' '),
);
const ownHtml = ['<details>\n<summary>Evidence</summary>', '</details>'];
/** What GitHub makes of rendered text, outside code: mentions, issues, commits, addresses, emoji names, formulas. */
const linked = /@|#\d|gh-\d|:\/\/|www\.|\$|:[\w+-]+:|\b[0-9a-f]{7,40}\b/i;

/** Control and direction characters, and halves of surrogate pairs; lines and tabs of evidence stay. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** The nodes as GitHub would read them, directives included, since other readers of Markdown have them. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** Fails where anything in the document is not the reporter's own, or GitHub would make more of it. */
export function expectInert(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (!own.has(node.type)) expect(node, 'a node from a text').toBeUndefined();
    if (node.type === 'html') expect(ownHtml).toContain(node.value);
    if (node.type === 'text') expect(node.value).not.toMatch(linked);
    if (node.type === 'strong') expect(plainText(node)).toMatch(/^Left out here: /);
    if (node.type === 'code') expect([node.lang, node.meta]).toEqual(['text', null]);
    if (node.type === 'link') {
      expect(node.url.startsWith(`${blobUrl}/`)).toBe(true);
      expect(node.url).toMatch(/^[\w:/.%~-]+\?plain=1#L\d+$/);
      expect(node.children.map(({ type }) => type)).toEqual(['inlineCode']);
    }
  });
}

/** Fails where a rendered page has an element or an address that is not the reporter's own. */
export async function expectInertHtml(text: string): Promise<void> {
  const { code: html } = await renderer.render(text);
  // In what is rendered, `<` opens a tag and nothing else.
  const elements = new Set(Array.from(html.matchAll(/<([^\s/>]+)/g), ([, name]) => name));
  expect([...elements].filter((name) => !ownElements.has(name ?? ''))).toEqual([]);
  const addresses = Array.from(html.matchAll(/<[^<>]*(?:href|src)="([^"]*)"/g), ([, address]) => address ?? '');
  expect(addresses.filter((address) => !address.startsWith(`${blobUrl}/`))).toEqual([]);
}

/** What a reader of the summary needs to find, whatever the texts are. */
export async function expectSummary(text: string, { report }: ExampleRun): Promise<void> {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512 * 1024);
  expect(text.endsWith('\n')).toBe(true);
  expect(text).not.toMatch(hidden);
  expect(parseCommands(text).commands.slice(0, 3)).toEqual([]);
  const tree = parseMarkdown(text);
  expectInert(tree);
  // A page as large as that takes seconds to render, and holds nothing that the smaller ones do not.
  if (text.length < 200_000) await expectInertHtml(text);

  const headings = tree.children.flatMap((node) =>
    node.type === 'heading' ? [{ depth: node.depth, text: plainText(node) }] : [],
  );
  const [first, ...more] = headings;
  const { summary } = report;
  const worst = (['fail', 'warn', 'error', 'skip'] as const).filter((verdict) => summary[verdict] > 0);
  const counts = [...worst, 'pass' as const].map(counted(summary));
  const isNothing = summary.total === 0 && !report.run.interrupted;
  expect(first).toEqual({ depth: 2, text: `Runlight: ${isNothing ? '○ Nothing ran' : counts.join(' · ')}` });
  expect(more.every(({ depth }) => depth > 2)).toBe(true);

  const leftOut = tree.children.map((node) => plainText(node)).find((said) => said.startsWith('Left out here: ')) ?? '';
  const titles = new Set(report.results.map((result) => asRead(oneLine(result.title, 160) || result.block)));
  for (const verdict of worst) {
    const { shape, word } = verdictMarks[verdict];
    const begin = more.findIndex((heading) => heading.text === `${shape} ${word} (${summary[verdict]})`);
    const end = more.findIndex(({ depth }, index) => index > begin && depth === 3);
    const told = begin < 0 ? [] : more.slice(begin + 1, end < 0 ? undefined : end).map((heading) => heading.text);
    const missing = Number(new RegExp(`(\\d+) ${word.toLowerCase()}`).exec(leftOut)?.[1] ?? 0);
    if (verdict === 'skip') {
      const inGroups = told.map((title) => Number(/\((\d+)\)$/.exec(title)?.[1]));
      expect(inGroups.reduce((sum, count) => sum + count, missing)).toBe(summary.skip);
    } else {
      expect(told.length + missing).toBe(summary[verdict]);
      for (const title of told) expect(titles).toContain(asRead(title));
    }
  }
  expectDetails(tree);
}

/** Text as it reads: names are code instead of standing between backticks, and a log's command is broken. */
export function asRead(text: string): string {
  return text.replaceAll('##[', '#\\u{23}[').replace(/`/g, '').replace(/\s+/g, ' ').trim();
}

const counted = (summary: ExampleRun['report']['summary']) => (verdict: Verdict) =>
  `${verdictMarks[verdict].shape} ${summary[verdict]} ${verdictMarks[verdict].word.toLowerCase()}`;

/** Each `<details>` is closed before the next opens, and holds code. */
function expectDetails(tree: Root): void {
  let open: Nodes[] | null = null;
  for (const node of tree.children) {
    if (node.type !== 'html') open?.push(node);
    else if (node.value === '</details>') {
      expect(open?.at(-1)?.type).toBe('code');
      open = null;
    } else {
      expect(open).toBeNull();
      open = [];
    }
  }
  expect(open).toBeNull();
}
