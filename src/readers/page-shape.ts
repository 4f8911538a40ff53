import GithubSlugger from 'github-slugger';
import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainText } from '../markdown/plain-text.ts';
import { makeSource, type Source } from '../markdown/source.ts';
import { directiveName } from '../markdown/vocabulary.ts';

/** What a page is made of, where a machine can take it as more than prose. Plain text throughout. */
export interface PageShape {
  /** Headings that are questions, with what stands below them; empty unless the page is one of questions. */
  questions: { question: string; anchor: string; answer: string }[];
  /** The page's one list of steps; `null` where there is none, or more than one. */
  steps: { name: string; anchor: string; steps: string[] } | null;
}

interface Section {
  heading: string;
  anchor: string;
  content: RootContent[];
}

/** Fewer questions do not make a page of questions; fewer steps are no procedure. */
const fewest = { questions: 3, steps: 3 };

/** Reads a page's shape off its Markdown: no language is known, only its question mark. */
export function pageShape(tree: Root, text: string): PageShape {
  const source = makeSource(text);
  const sections = sectionsOf(tree, source);
  const asked = sections.filter(({ heading }) => isQuestion(heading));
  const questions = asked.flatMap(({ heading, anchor, content }) => {
    const answer = content.flatMap((node) => sentencesOf(node, source)).join(' ');
    return answer === '' ? [] : [{ question: heading, anchor, answer }];
  });
  const procedures = sections.flatMap(({ heading, anchor, content }) => {
    const lists = content.filter((node) => node.type === 'list').filter(({ ordered }) => ordered);
    const [list] = lists;
    if (isQuestion(heading) || lists.length !== 1 || !list || list.children.length < fewest.steps) return [];
    return [{ name: heading, anchor, steps: list.children.map((item) => sentencesOf(item, source).join(' ')) }];
  });
  return {
    questions: questions.length >= fewest.questions && questions.length * 2 > sections.length ? questions : [],
    steps: procedures.length === 1 ? (procedures[0] ?? null) : null,
  };
}

const isQuestion = (heading: string): boolean => /[?？]\s*$/.test(heading);

/** By headings of the second level, each with all that follows it; those of the third are a part of it. */
function sectionsOf(tree: Root, source: Source): Section[] {
  const slugger = new GithubSlugger();
  const sections: Section[] = [];
  const anchors = new Map<Nodes, string>();
  visit(tree, 'heading', (node) => {
    anchors.set(node, slugger.slug(plainText(node, source)));
  });
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= 2)
      sections.push({ heading: oneLine(plainText(node, source)), anchor: anchors.get(node) ?? '', content: [] });
    else sections.at(-1)?.content.push(node);
  }
  return sections;
}

/** What a node says to a reader, a text for each paragraph. A check block says something only once it was run. */
function sentencesOf(node: Nodes, source: Source): string[] {
  if (node.type === 'containerDirective' && node.name === directiveName) return [];
  if (node.type === 'paragraph' || node.type === 'heading') return said(plainText(node, source));
  if (node.type === 'tableRow') return said(node.children.map((cell) => plainText(cell, source)).join(' – '));
  if (node.type === 'code') return said(node.value);
  if ('children' in node) return node.children.flatMap((child) => sentencesOf(child, source));
  return [];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const said = (text: string): string[] => (oneLine(text) === '' ? [] : [oneLine(text)]);
