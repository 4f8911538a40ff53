// Long because it is one picture: what stands in a row, and where.
import type { Escalation } from '../schemas/escalation.ts';
import type { Tree, TreeNode, Trees } from '../schemas/tree.ts';
import { textWidth } from '../text/text-width.ts';
import { wrapText } from '../text/wrap-text.ts';
import { type NodeWords, nodeWords } from './node-words.ts';
import { type Edge, type OutlineItem, outlineTree } from './outline-tree.ts';

/** A line of text; `y` is its baseline. */
export interface DrawnText {
  text: string;
  x: number;
  y: number;
  look: 'plain' | 'strong' | 'small' | 'choice';
}

export interface DrawnBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * One row of the drawing: a node, or a reference to one that is drawn elsewhere, with the lines that lead
 * to it and past it. Rows stand below each other without gaps, children after their parent; each has
 * coordinates of its own, from its upper left corner, in pixels of a drawing that is `Drawing.width` wide.
 */
export interface DrawnRow {
  kind: TreeNode['kind'] | 'reference';
  node: string;
  edge: Edge | null;
  height: number;
  /** The words of the choice, above the box. */
  label: DrawnText[];
  box: DrawnBox;
  text: DrawnText[];
  /** Where the mark of a check stands: its middle. */
  mark: { x: number; y: number } | null;
  /** Lines that pass from the top of the row to its bottom. */
  trunks: number[];
  /** The line that leads here: down from the top at `x`, then at `y` to the box. */
  elbow: { x: number; y: number } | null;
  /** The line that begins here: from the box down to the bottom of the row. */
  stem: number | null;
  /** The row in words, for those who hear it. */
  said: string;
  children: DrawnRow[];
}

export interface Drawing {
  width: number;
  /** One row for each part: the first begins at the tree's start. */
  rows: DrawnRow[];
}

/** About the width of the text on a phone of 375 pixels, so that a pixel of the drawing is one there. */
const width = 344;
/** Room for half of a thick outline. */
const margin = 2;
const step = 24;
/** Where the line to a box's children begins, from the box's left. */
const stemAt = 11;
const padding = { x: 11, y: 8 };
const gap = 12;
const sizes = { plain: 14, strong: 14, small: 13, choice: 13 } as const;
const lineHeights = { plain: 18, strong: 18, small: 17, choice: 16 } as const;
const markRoom = 24;
const maxReferenceLines = 2;

/** A tree's picture: deterministic, and the same for every reader. */
export function drawTree(tree: Tree, trees: Trees, escalation: Escalation | null): Drawing {
  const outline = outlineTree(tree);
  const order = new Map<string, number>();
  const items: OutlineItem[] = [];
  const number = (item: OutlineItem): void => {
    if (item.kind === 'node') order.set(item.node, items.length);
    items.push(item);
    item.children.forEach(number);
  };
  outline.forEach(number);
  const places = new Map(items.map((item, index) => [item, index]));

  const rowOf = (item: OutlineItem, passing: readonly number[], isLast: boolean): DrawnRow => {
    const node = tree.nodes[item.node];
    if (!node) throw new Error(`The outline has a node that the tree has not: ${item.node}`);
    const words = nodeWords(node, trees, escalation);
    const choice = item.edge && labelOf(tree, item.edge);
    const x = margin + item.level * step;
    const label = choice === null ? [] : textLines(choice, 'choice', { x, y: 4, width: width - margin - x });
    const top = label.length === 0 ? 4 : 4 + label.length * lineHeights.choice + 4;
    const isAbove = (order.get(item.node) ?? 0) < (places.get(item) ?? 0);
    const { box, text, mark } =
      item.kind === 'reference' ? referenceBox(words, isAbove, x, top) : nodeBox(node.kind, words, x, top);
    const from = x - step + stemAt;
    const trunks = item.edge && !isLast ? [...passing, from] : [...passing];
    const stem = item.children.length > 0 ? x + stemAt : null;
    return {
      kind: item.kind === 'reference' ? 'reference' : node.kind,
      node: item.node,
      edge: item.edge,
      height: box.y + box.height + gap,
      label,
      box,
      text,
      mark,
      trunks,
      elbow: item.edge ? { x: from, y: box.y + Math.min(17, box.height / 2) } : null,
      stem,
      said: `${choice === null ? '' : `If “${choice}”: `}${item.kind === 'reference' ? `goes on ${isAbove ? 'above' : 'below'}, at “${words.text}”` : words.said}`,
      children: item.children.map((child, index) => rowOf(child, trunks, index === item.children.length - 1)),
    };
  };
  return { width, rows: outline.map((item) => rowOf(item, [], true)) };
}

function labelOf(tree: Tree, { from, choice }: Edge): string {
  const node = tree.nodes[from];
  const choices = node && 'choices' in node ? node.choices : {};
  return choices[choice]?.label ?? choice;
}

interface Room {
  x: number;
  y: number;
  width: number;
  indent?: number;
}

function textLines(text: string, look: DrawnText['look'], { x, y, width: room, indent = 0 }: Room): DrawnText[] {
  const height = lineHeights[look];
  return wrapText(text, { width: room, size: sizes[look], indent }).map((line, index) => ({
    text: line,
    x: index === 0 ? x + indent : x,
    // The baseline is where it stands in the middle of its line.
    y: y + index * height + height / 2 + sizes[look] * 0.36,
    look,
  }));
}

type Filled = Pick<DrawnRow, 'box' | 'text' | 'mark'>;

function nodeBox(kind: TreeNode['kind'], { text, severity, taken }: NodeWords, x: number, top: number): Filled {
  // The filled edge of an outcome, and the second line around a link, take some room.
  const inset = kind === 'outcome' ? 6 : kind === 'tree' ? 2 : 0;
  const inner = { x: x + padding.x + inset, width: width - margin - x - 2 * padding.x - inset };
  const lines: DrawnText[] = [];
  let y = top + padding.y + (kind === 'tree' ? 1 : 0);
  const first = y;
  const add = (added: DrawnText[], look: DrawnText['look']): void => {
    lines.push(...added);
    y += added.length * lineHeights[look];
  };
  if (severity !== null) {
    const strong = textLines(severity, 'strong', { ...inner, y });
    const indent = textWidth(severity, sizes.strong, { bold: true }) + 3;
    lines.push(...strong.slice(0, 1));
    add(textLines(taken ?? '', 'small', { ...inner, y, indent }), 'small');
    y = Math.max(y, first + lineHeights.strong) + 1;
  }
  add(textLines(text, 'plain', { ...inner, y, indent: kind === 'check' ? markRoom : 0 }), 'plain');
  return {
    box: { x, y: top, width: width - margin - x, height: y + padding.y + (kind === 'tree' ? 1 : 0) - top },
    text: lines.filter((line) => line.text !== ''),
    mark: kind === 'check' ? { x: inner.x + 8, y: first + lineHeights.plain / 2 } : null,
  };
}

/** A reference is as narrow as its words, and says only as much of the other place as is needed to find it. */
function referenceBox({ text, severity }: NodeWords, isAbove: boolean, x: number, top: number): Filled {
  const room = width - margin - x - 2 * padding.x;
  const whole = `${isAbove ? '↑' : '↓'} goes on at “${severity === null ? '' : `${severity}: `}${text}”`;
  const wrapped = wrapText(whole, { width: room, size: sizes.small });
  const short = wrapped.length <= maxReferenceLines ? whole : shorten(whole, room);
  const lines = textLines(short, 'small', { x: x + padding.x, y: top + 5, width: room });
  const widest = Math.max(...lines.map((line) => textWidth(line.text, sizes.small)));
  return {
    box: { x, y: top, width: widest + 2 * padding.x, height: lines.length * lineHeights.small + 10 },
    text: lines,
    mark: null,
  };
}

/** As many words as fit into the lines of a reference, with dots after them. */
function shorten(text: string, room: number): string {
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const short = `${words.slice(0, count).join(' ')} …”`;
    if (wrapText(short, { width: room, size: sizes.small }).length <= maxReferenceLines) return short;
  }
  return '…';
}
