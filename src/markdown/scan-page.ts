import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { VFileMessage } from 'vfile-message';
import type { z } from 'zod';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Block, OutcomeLabel, Page, Position } from '../schemas/page.ts';
import type { Review } from './judge-review.ts';
import { judgeSafety } from './judge-safety.ts';
import { localeOf, pageIdOf } from './page-id.ts';
import { pageSections, type Section } from './page-sections.ts';
import { type Findings, makeFindings, type PageWorld } from './page-world.ts';
import type { ParsedPages } from './parsed-pages.ts';
import { parseMarkdown } from './parser.ts';
import { reviewFrontmatter } from './review-frontmatter.ts';
import { brokenOpening, scanDirectives } from './scan-directives.ts';
import { scanFrontmatter } from './scan-frontmatter.ts';
import { scanAnchors, scanLinks } from './scan-links.ts';
import { type Opening, scanInvocation, scanOpening } from './scan-opening.ts';
import { scanOutcomes } from './scan-outcomes.ts';
import { brokenPicture, scanPictures } from './scan-pictures.ts';
import { scanTable } from './scan-table.ts';
import { makeSource, type Source } from './source.ts';

export interface ScannedPage {
  /** `null` when the front matter or MDX cannot be read. */
  page: Page | null;
  /** `null` when the page has none, or needs none. */
  review: Review | null;
  /** For its translations: what each part of it says. */
  sections: Section[];
  /** Where a translation says what it was made from. */
  translates: Position | null;
  diagnostics: Diagnostic[];
}

/**
 * Reads one page: everything that its own text and the tree's checks, targets and teams decide.
 * What depends on other pages (links, translations) is judged by `resolvePages`, what depends on the
 * day by `judgeReview`: what this returns may be kept for as long as text and `world` stay the same.
 * A tree that is in `parsed` is taken from there; one that is not goes into it.
 */
export function scanPage(path: string, text: string, world: PageWorld, parsed: ParsedPages = new Map()): ScannedPage {
  const findings = makeFindings(path);
  const source = makeSource(text);
  const known = parsed.get(path);
  const tree = known?.text === text ? known.tree : parse(path, source, findings);
  if (!tree) return unreadable(findings);
  parsed.set(path, { text, tree });

  const id = pageIdOf(path);
  const { locale, sourceId } = localeOf(id, world.locales);
  const head = tree.children[0];
  if (head?.type !== 'yaml')
    findings.add(
      'frontmatter-missing',
      { line: 1, column: 1 },
      'The page does not begin with front matter; expected `---`, a `title` and `---`.',
    );
  const scanned = head?.type === 'yaml' ? scanFrontmatter(head.value, findings) : null;

  const directives = scanDirectives(tree, source, findings);
  const seen = new Set<string>();
  const blocks: Block[] = [];
  const translatedBlocks: Page['translatedBlocks'] = [];
  const asked = new Map<string, Record<string, z.ZodType>>();
  for (const node of directives) {
    const opening = scanOpening(node, source, seen, findings);
    if (sourceId !== null) {
      scanTranslated(node, opening, path, source, findings);
      if (opening.localId)
        translatedBlocks.push({ localId: opening.localId, title: opening.title, position: opening.position });
      continue;
    }
    const block = scanBlock(path, node, opening, source, world, findings);
    if (opening.localId) asked.set(opening.localId, askedOf(block, world));
    if (opening.localId && block.use !== '') blocks.push(block);
  }
  const blockIds = new Set(seen);
  const pictures = scanPictures(tree, source, seen, world, findings);
  if (!scanned) return unreadable(findings);
  const review = reviewFrontmatter(scanned, { path, id, sourceId, blockIds, asked }, world, findings);
  if (scanned.frontmatter.audience === 'public') judgeSafety({ tree, source, scanned, locale }, findings);
  else
    scanned.frontmatter.facts.forEach((fact, index) => {
      findings.add(
        'unused-fact',
        scanned.positionOf('facts', index),
        `\`facts\` are for public pages, and this one is internal: “${fact}” needs none.`,
      );
    });
  const page: Page = {
    id,
    path,
    locale,
    sourceId,
    frontmatter: scanned.frontmatter,
    blocks,
    translatedBlocks,
    pictures,
    anchors: [...scanAnchors(tree, source), ...seen],
    links: scanLinks(tree),
  };
  const { translates } = scanned.frontmatter;
  if (translates !== undefined && sourceId === null)
    findings.add(
      'frontmatter-invalid',
      scanned.positionOf('translates'),
      '`translates` is for translations, and this page is none.',
    );
  return {
    page,
    review,
    sections: pageSections(tree, source, scanned.frontmatter),
    translates: translates === undefined ? null : scanned.positionOf('translates'),
    diagnostics: findings.list,
  };
}

const unreadable = ({ list }: Findings): ScannedPage => ({
  page: null,
  review: null,
  sections: [],
  translates: null,
  diagnostics: list,
});

/** The parameters that a block asks for, with what each takes. */
function askedOf({ use, ask }: Block, { registry }: PageWorld): Record<string, z.ZodType> {
  const shape = registry.get(use)?.definition.params ?? {};
  return Object.fromEntries(ask.flatMap((name) => (shape[name] ? [[name, shape[name]]] : [])));
}

function parse(path: string, source: Source, findings: Findings): Root | null {
  try {
    return parseMarkdown(source.text, path.endsWith('.mdx') ? 'mdx' : 'md');
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    const line = error.line ?? 1;
    const opening = openingAt(source, line);
    if (opening) {
      findings.add('broken-directive', opening.position, opening.says);
      return null;
    }
    const inRow = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*\|/.test(source.lines[line - 1] ?? '');
    const advice = inRow
      ? 'In `.mdx` an expectation with `<` or `{` needs backticks: write `` `< 15 s` ``.'
      : `In \`.mdx\`, \`<\` and \`{\` start code; put them into backticks if text is meant. The parser says: ${error.reason.split('\n')[0]}.`;
    findings.add('mdx-syntax', { line, column: error.column ?? 1 }, advice);
    return null;
  }
}

/** The `:::name` or `::picture` line that MDX stumbled over: the line itself, or the one whose attributes go on over it. */
function openingAt(source: Source, line: number): { says: string; position: { line: number; column: number } } | null {
  for (const at of [line, line - 1]) {
    const match = /^(\s*)(?:(::picture\b)|:{3,}\s*([\w-]+))/.exec(source.lines[at - 1] ?? '');
    if (!match) continue;
    const says = match[2] ? brokenPicture : brokenOpening(match[3] ?? '');
    return { says, position: { line: at, column: (match[1] ?? '').length + 1 } };
  }
  return null;
}

function scanBlock(
  path: string,
  node: ContainerDirective,
  opening: Opening,
  source: Source,
  world: PageWorld,
  findings: Findings,
): Block {
  const { check, use, params, ask, layer } = scanInvocation(opening, world, findings);
  const outcomes: Partial<Record<OutcomeLabel, string>> = {};
  const tables = node.children.filter((child) => child.type === 'table');
  for (const child of node.children)
    if (child.type === 'list') scanOutcomes(child, outcomes, { path, source }, findings);
  reportOtherContent(node, findings);
  const [table, second] = tables;
  if (second)
    findings.add(
      'unexpected-content',
      { line: second.position?.start.line ?? 1, column: second.position?.start.column ?? 1 },
      'A check block holds one table; this is its second.',
    );
  const before = findings.list.length;
  const rows = table ? scanTable(table, check, source, findings) : [];
  const isEmpty = !table || table.children.length < 2;
  if (isEmpty && findings.list.length === before)
    findings.add('no-rows', opening.position, 'The block has no row that says what healthy is.');
  if (check?.definition.pointers && rows.length > 0 && rows.every((row) => !row.reading.startsWith('/'))) {
    findings.add(
      'status-alone',
      opening.position,
      `An answer with the right status is not yet a healthy service; add a row with a JSON pointer such as \`/status\`.`,
    );
  }
  return {
    id: `${pageIdOf(path)}#${opening.localId ?? ''}`,
    localId: opening.localId ?? '',
    title: opening.title,
    use,
    params,
    ask,
    layer,
    rows,
    outcomes,
    position: opening.position,
  };
}

/** In a translation a block has only its id, title and outcomes. */
function scanTranslated(
  node: ContainerDirective,
  opening: Opening,
  path: string,
  source: Source,
  findings: Findings,
): void {
  for (const [name, attribute] of opening.attributes) {
    if (name !== 'id')
      findings.add(
        'untranslatable',
        attribute.position,
        `\`${name}\` comes from the source page; a translated block has only \`#id\`, title and outcomes.`,
      );
  }
  reportOtherContent(node, findings);
  for (const child of node.children) {
    if (child.type === 'table')
      findings.add(
        'untranslatable',
        { line: child.position?.start.line ?? 1, column: child.position?.start.column ?? 1 },
        'The table comes from the source page; a translated block has only `#id`, title and outcomes.',
      );
    if (child.type === 'list') scanOutcomes(child, {}, { path, source }, findings);
  }
}

/** The card that readers get is made of title, table and outcome lines: anything else would silently be gone. */
function reportOtherContent(node: ContainerDirective, findings: Findings): void {
  for (const child of node.children) {
    const isLabel = child.type === 'paragraph' && child.data !== undefined && 'directiveLabel' in child.data;
    const isComment =
      (child.type === 'html' && child.value.startsWith('<!--')) || String(child.type) === 'mdxFlowExpression';
    // Blocks inside blocks have a diagnostic of their own.
    if (isLabel || isComment || ['table', 'list', 'containerDirective', 'leafDirective'].includes(child.type)) continue;
    const position = { line: child.position?.start.line ?? 1, column: child.position?.start.column ?? 1 };
    findings.add(
      'unexpected-content',
      position,
      'A check block holds one table and its outcome lines; put other text before or after it.',
    );
  }
}
