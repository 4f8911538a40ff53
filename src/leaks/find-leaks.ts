import type { InternalTerms } from './internal-terms.ts';
import { quotationLength } from './internal-terms.ts';
import type { SiteFile } from './read-site.ts';
import { candidatesFor } from './term-candidates.ts';
import { toWords, withoutTags } from './words.ts';

export interface Leak {
  /** File of the public site. */
  file: string;
  kind: string;
  /** What got out. */
  text: string;
}

/** Looks for everything internal in every file of the public site. */
export function findLeaks(files: readonly SiteFile[], internal: InternalTerms): Leak[] {
  const matchers = internal.terms.map(({ kind, text }) => ({ kind, text, pattern: patternFor(text) }));
  const candidates = candidatesFor(internal.terms.map(({ text }) => text));
  const leaks: Leak[] = [];
  for (const file of files) {
    for (const nth of candidates(file.text)) {
      const matcher = matchers[nth];
      if (matcher?.pattern.test(file.text)) leaks.push({ file: file.path, kind: matcher.kind, text: matcher.text });
    }
    leaks.push(...quotationsIn(file, internal.quotations));
    if (/\.(html|xml|svg)$/.test(file.path)) {
      for (const match of file.text.matchAll(/<!--([\s\S]*?)-->/g))
        leaks.push({ file: file.path, kind: 'comment', text: (match[1] ?? '').trim().slice(0, 80) });
    }
  }
  return [...leaks, ...wrongRoutes(files, internal.routes)];
}

/** A single plain word counts where it stands alone as a value; everything else wherever its characters stand. */
function patternFor(text: string): RegExp {
  const escaped = text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  if (/^[a-z]+$/i.test(text)) return new RegExp(`["'>]${escaped}["'<]`, 'i');
  // Only where the term itself begins or ends with a letter or digit may none stand beside it.
  const before = /^[\p{L}\p{N}]/u.test(text.trim()) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(text.trim()) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${before}${escaped}${after}`, 'iu');
}

function quotationsIn(file: SiteFile, quotations: ReadonlySet<string>): Leak[] {
  const text = /\.(html|xml|svg)$/.test(file.path) ? withoutTags(file.text) : file.text;
  // Two values of data that stand side by side say nothing together: a sentence is in one of them.
  const values = file.path.endsWith('.json') ? text.split(/(?<!\\)"/) : [text];
  return values.flatMap((value) => quotationsInWords(toWords(value), file.path, quotations));
}

function quotationsInWords(words: readonly string[], path: string, quotations: ReadonlySet<string>): Leak[] {
  const leaks: Leak[] = [];
  for (let i = 0; i + quotationLength <= words.length; i += 1) {
    const run = words.slice(i, i + quotationLength).join(' ');
    if (!quotations.has(run)) continue;
    leaks.push({ file: path, kind: 'text', text: run });
    i += quotationLength;
  }
  return leaks;
}

function wrongRoutes(files: readonly SiteFile[], expected: ReadonlySet<string>): Leak[] {
  const built = new Set(
    files.flatMap(({ path }) =>
      path.endsWith('.html') && path !== '404.html' ? `/${path.replace(/(^|\/)index\.html$/, '$1')}` : [],
    ),
  );
  return [
    ...[...built]
      .filter((route) => !expected.has(route))
      .map((route) => ({
        file: route,
        kind: 'route',
        text: 'The page is on the public site, but no front matter says so.',
      })),
    ...[...expected]
      .filter((route) => !built.has(route))
      .map((route) => ({
        file: route,
        kind: 'missing route',
        text: 'The front matter says `audience: public`, but the page is not on the public site.',
      })),
  ];
}
