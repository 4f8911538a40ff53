import type { Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { suggest } from '../text/nearest.ts';
import { readAttributes } from './attributes.ts';
import type { Findings, PageWorld } from './page-world.ts';
import { quietLines } from './quiet-lines.ts';
import type { Source } from './source.ts';
import { directiveName, pictureName } from './vocabulary.ts';

/**
 * Finds a page's pictures, `::picture[Caption]{#name}`, and reports what is wrong with one: no name, an
 * unknown one, the same twice, other attributes, a place in a check block, and lines that should be one and
 * were read as text. `seen` has the ids of the page, and gets the pictures'.
 */
export function scanPictures(
  tree: Root,
  source: Source,
  seen: Set<string>,
  { pictures }: Pick<PageWorld, 'pictures'>,
  findings: Findings,
): string[] {
  const names: string[] = [];
  const drawn = new Set<number>();
  visit(tree, 'leafDirective', (node: LeafDirective, _index, parent) => {
    const start = node.position?.start;
    if (node.name !== pictureName || !start) return;
    drawn.add(start.line);
    if (parent?.type === 'containerDirective' && parent.name === directiveName)
      findings.add(
        'nested-block',
        start,
        `\`::picture\` stands inside the check block that opened on line ${parent.position?.start.line}; put it before or after that one.`,
      );
    const name = scanName(node, source, seen, pictures, findings);
    if (name !== null) names.push(name);
  });
  reportStrayPictures(tree, source, drawn, findings);
  return names;
}

/** What is said of a line that should show a picture and does not. */
export const brokenPicture =
  'The line begins with `::picture` but was read as plain text. Write `::picture[Caption]{#name}`, on a line of its own, with nothing between the parts.';

function scanName(
  node: LeafDirective,
  source: Source,
  seen: Set<string>,
  pictures: readonly string[],
  findings: Findings,
): string | null {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  let name: string | null = null;
  for (const attribute of readAttributes(source.lines[line - 1] ?? '')) {
    const at = { line, column: attribute.offset + 1 };
    if (attribute.name !== 'id') {
      const shown = attribute.name === 'class' ? `.${attribute.value}` : attribute.name;
      findings.add('unknown-attribute', at, `\`${shown}\` is no attribute of \`::picture\`; expected only \`#name\`.`);
    } else if (name !== null) findings.add('duplicate-attribute', at, '`id` is given twice.');
    else name = attribute.value;
  }
  const here = { line, column };
  if (name === null || name === '') {
    findings.add('missing-id', here, 'The picture has no name; expected one such as `::picture[Caption]{#tx-life}`.');
    return null;
  }
  if (!pictures.includes(name)) {
    findings.add('unknown-picture', here, `There is no picture \`${name}\`.${suggest(name, pictures)}`);
    return null;
  }
  if (seen.has(name)) {
    findings.add('duplicate-id', here, `The id \`${name}\` is already used on this page.`);
    return null;
  }
  seen.add(name);
  return name;
}

/** `::picture` at the start of a line that became text: a space before `[` or `{`, attributes over two lines. */
function reportStrayPictures(tree: Root, source: Source, drawn: ReadonlySet<number>, findings: Findings): void {
  const quiet = quietLines(tree);
  source.lines.forEach((text, index) => {
    const line = index + 1;
    const indent = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*(?=::picture\b)/.exec(text);
    if (!indent || drawn.has(line) || quiet.has(line)) return;
    findings.add('broken-directive', { line, column: indent[0].length + 1 }, brokenPicture);
  });
}
