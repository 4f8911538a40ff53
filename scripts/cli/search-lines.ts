import type { Paint } from '../../src/reporters/terminal/paint.ts';
import type { Findings } from '../../src/schemas/search.ts';
import type { SearchKind } from '../../src/schemas/search-kinds.ts';
import { whyText } from '../../src/search/why-text.ts';
import { inert } from '../../src/text/inert.ts';

/** How a group of results is called. */
const names: Readonly<Record<SearchKind, string>> = {
  incident: 'Known issues',
  help: 'Help articles',
  runbook: 'Runbooks and procedures',
  tree: 'Escalation trees',
  macro: 'Macros',
  glossary: 'Codes and errors',
  provider: 'Providers',
};

/** Results by kind, each with its address and why it was found, in lines of at most `width` columns. */
export function searchLines({ groups, corrected }: Findings, paint: Paint, width: number): string[] {
  const read = corrected.filter(({ typed, found }) => typed !== found);
  return [
    ...groups.flatMap(({ kind, results }, index) => [
      ...(index === 0 ? [] : ['']),
      paint.bold(names[kind]),
      ...results.flatMap(({ title, url, active, reasons }) => [
        ...wrapped(`${active ? 'Happening now: ' : ''}${title}`, 2, width),
        ...wrapped(url, 4, width).map(paint.dim),
        ...(reasons[0] ? wrapped(whyText(reasons[0]), 4, width).map(paint.dim) : []),
      ]),
    ]),
    ...(read.length === 0
      ? []
      : [
          '',
          ...wrapped(
            `Not known as typed, and read as something near: ${read.map(({ typed }) => typed).join(', ')}.`,
            0,
            width,
          ).map(paint.dim),
        ]),
  ];
}

/** A text in lines of at most `width` columns, all indented; a word that is longer stays whole, as an address must. */
export function wrapped(text: string, indent: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of inert(text).split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each);
}
