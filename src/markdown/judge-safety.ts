import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { foldText } from '../text/fold-text.ts';
import { phoneNumbers } from '../text/phone-numbers.ts';
import { type Unsafe, unsafeSentences } from '../text/unsafe-sentences.ts';
import type { Findings } from './page-world.ts';
import type { ScannedFrontmatter } from './scan-frontmatter.ts';
import type { Source } from './source.ts';

export interface SafetySubject {
  tree: Root;
  source: Source;
  scanned: ScannedFrontmatter;
  locale: string;
}

/** A text that readers see as one: a paragraph, a heading, a cell. `offset` is its place in the file. */
interface Passage {
  text: string;
  offset: number;
}

/**
 * What a public page says to users, held against what it must never say: it asks for no phrase, promises no
 * recovery and no time, and names no phone number. Symptoms are what users type, and code is what machines say: both
 * are left alone. That nobody asks for the phrase, the site itself says on every page.
 */
export function judgeSafety({ tree, source, scanned, locale }: SafetySubject, findings: Findings): void {
  const { frontmatter, positionOf } = scanned;
  const facts = new Map(frontmatter.facts.map((fact) => [foldFact(fact), false]));
  const judge = (text: string, place: (offset: number) => { line: number; column: number }): void => {
    for (const found of unsafeSentences(text, locale, 'advice')) {
      const isFact = found.kind === 'span' && facts.has(foldFact(found.span));
      if (found.kind === 'span' && isFact) facts.set(foldFact(found.span), true);
      const finding = objection(found, isFact);
      if (finding) findings.add(finding.code, place(found.offset), finding.message);
    }
    for (const { number, offset } of phoneNumbers(text))
      findings.add(
        'phone-number',
        place(offset),
        `\`${number}\` reads as a phone number. Numbers in a wallet’s name are how people are robbed: say “the number printed on your card”, or link to the page that has it.`,
      );
  };
  for (const key of ['title', 'description'] as const) judge(frontmatter[key] ?? '', () => positionOf(key));
  for (const { text, offset } of passages(tree, source)) judge(text, (within) => source.at(offset + within));
  for (const [index, fact] of frontmatter.facts.entries())
    if (facts.get(foldFact(fact)) === false)
      findings.add(
        'unused-fact',
        positionOf('facts', index),
        `The text names no “${fact}”. A fact is written as the text has it, word for word.`,
      );
}

/** What is wrong with a sentence, and what to write instead; `null` where it may stand. */
function objection(found: Unsafe, isFact: boolean): { code: 'asks-secret' | 'promises'; message: string } | null {
  switch (found.kind) {
    case 'asks-secret':
      return {
        code: 'asks-secret',
        message: `“${found.sentence}” reads as if it asked for a recovery phrase or key. Say that nobody asks for it, or where it must never be typed.`,
      };
    case 'promises':
      return {
        code: 'promises',
        message: `“${found.sentence}” promises what others decide. Say who decides, and what comes next.`,
      };
    case 'span':
      if (isFact && !found.ours) return null;
      return {
        code: 'promises',
        message: found.ours
          ? `“${found.span}” is a time that we set ourselves, and a promise. Say what happens next, not when.`
          : `“${found.span}” is a span of time, which reads as a promise. If it is a fact about a network or a law, write it into \`facts\` of the front matter; else say who decides.`,
      };
  }
}

/** Spaces and capitals do not make another fact. */
const foldFact = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

/** Text as it is written, with blanks where no reader reads: code, addresses, attributes; of the same length. */
function passages(tree: Root, source: Source): Passage[] {
  const found: Passage[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    let text = source.text.slice(start, end).replace(/[\r\n]/g, ' ');
    const blank = (from: number, to: number): void => {
      const [a, b] = [Math.max(0, from - start), Math.max(0, to - start)];
      text = `${text.slice(0, a)}${' '.repeat(Math.max(0, b - a))}${text.slice(b)}`;
    };
    visit(node, (inner: Nodes) => {
      const [from, to] = [inner.position?.start.offset ?? 0, inner.position?.end.offset ?? 0];
      if (inner.type === 'inlineCode' || inner.type === 'html') blank(from, to);
      // What stands behind the words of a link is its address.
      else if (inner.type === 'link') blank(inner.children.at(-1)?.position?.end.offset ?? from, to);
    });
    // Emphasis divides no words.
    found.push({ text: text.replace(/[*_~[\]]/g, ' '), offset: start });
  });
  return found;
}
