import type { MatchedWord, MatchReason } from '../schemas/search.ts';
import { analyse } from './analyse.ts';
import type { FoundError } from './find-errors.ts';
import type { OpenIndex } from './open-index.ts';
import type { ReadQuery, Wanted } from './read-query.ts';

const most = 3;

/** Says where a document was matched, and which words found which. */
export function explain(
  { wanted }: ReadQuery,
  best: readonly number[],
  errors: readonly FoundError[],
  document: number,
  index: OpenIndex,
): MatchReason[] {
  const certain = new Set(errors.map(({ passage }) => passage));
  const reasons: MatchReason[] = [];
  for (const place of new Set(best)) {
    const passage = index.passages[place];
    if (!passage || reasons.length === most) continue;
    const reason = reasonOf(passage.text, wanted, index);
    if (reason.words.length === 0) continue;
    const field = passage.field === 'error' && /^-?\d+$/.test(passage.text) ? 'code' : passage.field;
    if (certain.has(place))
      reasons.push({ field, text: passage.text, marks: [[0, passage.text.length]], words: reason.words });
    else reasons.push({ field, text: passage.text, ...reason });
  }
  if (reasons.length > 0) return reasons;
  const found = wanted.flatMap(({ typed, terms }) =>
    [...terms].flatMap(([term, { way }]): MatchedWord[] =>
      index.inBodies.get(term)?.includes(document) ? [{ typed, found: term, way }] : [],
    ),
  );
  return [{ field: 'text', text: found.map((each) => each.found).join(' '), marks: [], words: found }];
}

function reasonOf(text: string, wanted: readonly Wanted[], index: OpenIndex): Pick<MatchReason, 'marks' | 'words'> {
  const { units } = analyse(text, index.languages);
  const marks: [number, number][] = [];
  const words: MatchedWord[] = [];
  for (const { stems, meanings, isStop, start, end } of units) {
    if (isStop) continue;
    const match = matchOf([...stems, ...meanings.map((each) => `#${each}`)], wanted);
    if (!match) continue;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
    const found = text.slice(start, end);
    const way = match.way === 'same' && match.typed.toLowerCase() !== found.toLowerCase() ? 'form' : match.way;
    if (!words.some((each) => each.typed === match.typed && each.found === found))
      words.push({ typed: match.typed, found, way });
  }
  return { marks, words };
}

/** The wanted word that reaches one of the terms best. */
function matchOf(terms: readonly string[], wanted: readonly Wanted[]): Omit<MatchedWord, 'found'> | null {
  let best: { typed: string; way: MatchedWord['way']; strength: number } | null = null;
  for (const term of terms) {
    for (const { typed, terms: reached } of wanted) {
      const match = reached.get(term);
      if (match && match.strength > (best?.strength ?? 0)) best = { typed, ...match };
    }
  }
  return best && { typed: best.typed, way: best.way };
}
