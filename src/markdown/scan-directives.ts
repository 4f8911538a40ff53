import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { nearest, suggest } from '../text/nearest.ts';
import type { Findings } from './page-world.ts';
import { quietLines } from './quiet-lines.ts';
import type { Source } from './source.ts';
import { asideNames, directiveName, pictureName } from './vocabulary.ts';

const containers = [directiveName, ...asideNames];

/**
 * Finds the check blocks of a page and reports every directive that is none: unknown names, blocks
 * that are never closed, blocks inside blocks, and lines that begin with `:::` but are plain text.
 */
export function scanDirectives(tree: Root, source: Source, findings: Findings): ContainerDirective[] {
  const blocks: ContainerDirective[] = [];
  const fences = new Set<number>();
  const unclosed: { from: number; to: number }[] = [];
  visit(tree, (node: Nodes, _index, parent) => {
    const start = node.position?.start;
    if (!start) return;
    if (node.type === 'containerDirective') {
      fences.add(start.line);
      if (isClosed(node, source)) fences.add(node.position?.end.line ?? start.line);
      else {
        unclosed.push({ from: start.line, to: node.position?.end.line ?? start.line });
        findings.add(
          'unclosed-block',
          start,
          `\`:::${node.name}\` is never closed; expected a line \`${fenceOf(node, source)}\` at its end.`,
        );
      }
      if (!containers.includes(node.name)) {
        findings.add(
          'unknown-directive',
          start,
          node.name === pictureName
            ? '`:::picture` is no block; a picture is one line that begins with two colons: `::picture[Caption]{#name}`.'
            : `There is no directive \`:::${node.name}\`.${suggest(node.name, containers)}`,
        );
      } else if (parent?.type === 'containerDirective' && parent.name === directiveName) {
        findings.add(
          'nested-block',
          start,
          `\`:::${node.name}\` stands inside the check block that opened on line ${parent.position?.start.line}; close that one first, with a line \`:::\`.`,
        );
      } else if (node.name === directiveName && fences.has(node.position?.end.line ?? 0)) {
        // What an unclosed block swallowed says nothing about what its author meant.
        blocks.push(node);
      }
    } else if (node.type === 'leafDirective') {
      if (node.name === pictureName) return;
      findings.add(
        'unknown-directive',
        start,
        nearest(node.name, [pictureName]) === null
          ? `There is no directive \`::${node.name}\`; a block is opened by three colons: \`:::${nearest(node.name, containers) ?? directiveName}\`.`
          : `There is no directive \`::${node.name}\`.${suggest(node.name, [pictureName])}`,
      );
    } else if (
      node.type === 'textDirective' &&
      node.name === directiveName &&
      source.text[(start.offset ?? 0) + directiveName.length + 1] === '['
    ) {
      findings.add(
        'unknown-directive',
        start,
        '`:check[…]` inside a line is no block; a block is opened by three colons at the start of a line.',
      );
    }
  });
  reportStrayFences(tree, source, fences, unclosed, findings);
  return blocks;
}

/** Whether the block's last line is its own closing fence. */
function isClosed(node: ContainerDirective, source: Source): boolean {
  const start = node.position?.start;
  const end = node.position?.end;
  if (!start || !end || end.line === start.line) return false;
  const closing = /^[\s>]*(:{3,})\s*$/.exec(source.lines[end.line - 1] ?? '')?.[1] ?? '';
  return closing.length >= fenceOf(node, source).length;
}

/** What is said of a line that should open a block and does not. */
export function brokenOpening(name: string): string {
  return `The line begins with \`:::${name}\` but was read as plain text. Its title, attributes and quotes must close on the same line, with nothing between \`:::${name}\`, \`[…]\` and \`{…}\`.`;
}

/** The colons that open a block; as many close it. */
function fenceOf(node: ContainerDirective, source: Source): string {
  return /^:{3,}/.exec(source.text.slice(node.position?.start.offset))?.[0] ?? ':::';
}

/** Outside code, comments and front matter, a line that begins with `:::` must be a fence. */
function reportStrayFences(
  tree: Root,
  source: Source,
  fences: ReadonlySet<number>,
  unclosed: readonly { from: number; to: number }[],
  findings: Findings,
): void {
  const quiet = quietLines(tree);
  // A broken opening leaves its closing fence over; one mistake is reported once.
  let leftOver = 0;
  source.lines.forEach((text, index) => {
    const line = index + 1;
    // Fences stand at the start of a line, or of what a quote or list item holds.
    const indent = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*(?=:::)/.exec(text);
    if (!indent || quiet.has(line) || fences.has(line)) return;
    const name = /^:{3,}\s*([\w-]+)/.exec(text.slice(indent[0].length))?.[1];
    if (!name && (leftOver > 0 || unclosed.some(({ from, to }) => line >= from && line <= to))) {
      leftOver = Math.max(0, leftOver - 1);
      return;
    }
    if (name) leftOver += 1;
    const message = name ? brokenOpening(name) : 'The line begins with `:::` but closes nothing.';
    findings.add('broken-directive', { line, column: indent[0].length + 1 }, message);
  });
}
