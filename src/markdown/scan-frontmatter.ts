import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Frontmatter, frontmatterKeys, frontmatterSchema } from '../schemas/frontmatter.ts';
import { layers } from '../schemas/layer.ts';
import type { Position } from '../schemas/page.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import type { Findings } from './page-world.ts';

export interface ScannedFrontmatter {
  frontmatter: Frontmatter;
  /** Where a key stands; the start of the file where it is not there. */
  positionOf(...path: (string | number)[]): Position;
}

/** Reads a page's front matter. `yaml` is the text between the fences, which begins on line 2. */
export function scanFrontmatter(yaml: string, findings: Findings): ScannedFrontmatter | null {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: col };
  };
  const [broken] = document.errors;
  if (broken) {
    findings.add('frontmatter-syntax', place(broken.pos[0]), `${broken.message.split('\n')[0]?.replace(/\.$/, '')}.`);
    return null;
  }
  const positionOf = (...path: (string | number)[]): Position => {
    const offset = offsetOf(document, path);
    return offset === null ? { line: 1, column: 1 } : place(offset);
  };
  const whole: unknown = document.toJS() ?? {};
  const parsed = frontmatterSchema.safeParse(whole);
  if (parsed.success) return { frontmatter: parsed.data, positionOf };
  for (const issue of parsed.error.issues) reportIssue(issue, whole, positionOf, findings);
  return null;
}

function reportIssue(
  issue: z.core.$ZodIssue,
  whole: unknown,
  positionOf: ScannedFrontmatter['positionOf'],
  findings: Findings,
): void {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const known = path.length === 0 ? frontmatterKeys : [];
      findings.add(
        'frontmatter-unknown-key',
        positionOf(...path, key),
        `\`${[...path, key].join('.')}\` is not a key of the front matter.${suggest(key, known)}`,
      );
    }
    return;
  }
  if (path[0] === 'layer') {
    findings.add(
      'unknown-layer',
      positionOf('layer'),
      `The layer is not one of ${layers.map((l) => `\`${l}\``).join(', ')}.`,
    );
    return;
  }
  findings.add('frontmatter-invalid', positionOf(...path), issueSentence(issue, issue.path, whole));
}

/** Offset of the key at the end of `path`, or of the deepest part of it that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
      );
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && Array.isArray(node.items) && typeof part === 'number') {
      const item: unknown = node.items[part];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
