import type { List, Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from '../markdown/plain-text.ts';
import { siteUrl } from '../markdown/remark-page-links.ts';
import { makeSource, type Source } from '../markdown/source.ts';
import { directiveName } from '../markdown/vocabulary.ts';
import type { Frontmatter } from '../schemas/frontmatter.ts';
import { type OutcomeLabel, outcomeLabels } from '../schemas/page.ts';
import { copyName } from './copy-name.ts';
import { type Edit, editedText } from './edited-text.ts';

/** What a copy says of its own, in the page's language. */
export interface CopyWords {
  outcomes: Readonly<Record<OutcomeLabel, string>>;
  /** Before what people write who need the page. */
  symptoms: string;
  /** `How it is now: {url}` */
  now: string;
  /** `This page: {url}` */
  page: string;
  /** `Last changed: {date}` */
  changed: string;
}

/** A page, and where it stands. */
export interface CopySource {
  /** From the root. */
  path: string;
  /** The whole file; the tree's positions are of it. */
  text: string;
  tree: Root;
  frontmatter: Pick<Frontmatter, 'title' | 'description' | 'symptoms'>;
  /** The page's own address, with its slash at the end. */
  url: string;
  /** ISO 8601; `null` where nobody knows. */
  changed: string | null;
}

/** What pages are linked by. */
export interface CopySite {
  /** `https://help.example.com`, without a slash at the end. */
  origin: string;
  base: string;
  /** Paths, with base and slashes, of the pages that have a copy. */
  copies: ReadonlySet<string>;
}

/**
 * A page as Markdown for readers that want no HTML. All is as the author wrote it, except what only our site
 * understands: front matter becomes a title, a check block its title and its outcomes, an aside a quotation, a link to a
 * page file the address of that page's copy; comments and MDX's code are gone.
 */
export function markdownCopy(page: CopySource, site: CopySite, words: CopyWords): string {
  const source = makeSource(page.text);
  const edits = [...inlineEdits(page, source, site)];
  visit(page.tree, 'containerDirective', (node) => {
    const [start, end] = placeOf(node);
    const text =
      node.name === directiveName ? blockText(node, source, edits, page.url, words) : asideText(node, source, edits);
    edits.push({ start, end, text });
    return SKIP;
  });
  const { title, description, symptoms } = page.frontmatter;
  return `${[
    `# ${title}`,
    ...(description ? [`> ${description}`] : []),
    tidy(editedText(source.text, edits)),
    ...(symptoms.length > 0 ? [`${words.symptoms} ${symptoms.map((text) => `“${text}”`).join(', ')}`] : []),
    [
      '---',
      '',
      words.page.replace('{url}', page.url),
      ...(page.changed ? ['', words.changed.replace('{date}', page.changed.slice(0, 10))] : []),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** Of everything but containers, whose text is made with these. */
function inlineEdits(page: CopySource, source: Source, site: CopySite): Edit[] {
  const edits: Edit[] = [];
  const replace = (node: Nodes, text: string): void => {
    const [start, end] = placeOf(node);
    edits.push({ start, end, text });
  };
  visit(page.tree, (node: Nodes) => {
    switch (node.type) {
      case 'yaml':
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        replace(node, '');
        return;
      case 'html':
        if (node.value.includes('<!--')) replace(node, node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
        return;
      case 'image':
        // The picture's file has another name on the site; what it shows is what a reader of text needs.
        replace(node, node.alt ? `*${node.alt}*` : '');
        return;
      case 'leafDirective':
        replace(node, plainText(node, source));
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        edits.push(...withoutTags(node));
        return;
      case 'link':
      case 'definition':
        edits.push(...linkEdit(node, page.path, source, site));
        return;
    }
  });
  return edits;
}

/** A component's tags go, and its text stays. */
function withoutTags(node: Nodes & { children: readonly Nodes[] }): Edit[] {
  const [start, end] = placeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [{ start, end, text: '' }];
  return [
    { start, end: placeOf(first)[0], text: '' },
    { start: placeOf(last)[1], end, text: '' },
  ];
}

/** The link's address is the last of its text: `[x](./y.md "z")`, `[x]: ./y.md`. */
function linkEdit(node: Nodes & { url: string }, path: string, source: Source, site: CopySite): Edit[] {
  const found = siteUrl(node.url, path, site.base) ?? (/^\/(?!\/)/.test(node.url) ? node.url : null);
  if (found === null) return [];
  const [start, end] = placeOf(node);
  const at = source.text.lastIndexOf(node.url, end - 1);
  if (at < start) return [];
  return [{ start: at, end: at + node.url.length, text: copyUrl(found, site) }];
}

/** `/help/x/#y` → the address of the copy of that page where it has one. */
function copyUrl(path: string, { origin, copies }: CopySite): string {
  const [, page = path, rest = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
  return `${origin}${page}${copies.has(page) ? copyName : ''}${rest}`;
}

/** A check block: what it is about, what each outcome means for a reader, and where to see how it is. */
function blockText(
  node: ContainerDirective,
  source: Source,
  edits: readonly Edit[],
  url: string,
  words: CopyWords,
): string {
  const [label] = node.children;
  const title = label && isLabel(label) ? plainText(label, source) : '';
  const id = node.attributes?.id;
  const lines = node.children.flatMap((child) =>
    child.type === 'list' ? outcomeLines(child, source, edits, words) : [],
  );
  return [`**${title}**`, words.now.replace('{url}', id ? `${url}#${id}` : url), lines.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function outcomeLines(list: List, source: Source, edits: readonly Edit[], words: CopyWords): string[] {
  return list.children.flatMap((item) => {
    const paragraph = item.children[0];
    const strong = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
    if (!paragraph || strong?.type !== 'strong') return [];
    const said = plainText(strong, source).replace(/:\s*$/, '').trim();
    const label = outcomeLabels.find((known) => known === said);
    if (!label) return [];
    const text = editedText(source.text, edits, placeOf(strong)[1], placeOf(item)[1]);
    return [`- **${words.outcomes[label]}:** ${text.replace(/^\s*:?\s*/, '')}`];
  });
}

/** `:::caution[Title]` → a quotation that begins with its title. */
function asideText(node: ContainerDirective, source: Source, edits: readonly Edit[]): string {
  const [first, ...others] = node.children;
  const label = first && isLabel(first) ? first : null;
  const inside = label ? others : node.children;
  const [from, to] = [inside[0], inside.at(-1)];
  const text = from && to ? editedText(source.text, edits, placeOf(from)[0], placeOf(to)[1]) : '';
  const parts = [...(label ? [`**${plainText(label, source)}**`] : []), ...(text ? [text] : [])];
  return parts
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

const isLabel = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;

/** Where a node stands, as offsets. */
function placeOf(node: Nodes): [start: number, end: number] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) throw new TypeError(`A ${node.type} has no place in its text.`);
  return [start, end];
}

/** No more than one empty line in a row, except where a code block has them. */
function tidy(text: string): string {
  return text
    .split(/(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$)/m)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? part.replace(/\n{3,}/g, '\n\n') : part))
    .join('')
    .trim();
}
