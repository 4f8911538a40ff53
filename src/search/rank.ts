import type { SearchIndex } from '../schemas/search.ts';
import { weak } from './analyse.ts';
import type { FoundError } from './find-errors.ts';
import { gather } from './gather.ts';
import type { OpenIndex } from './open-index.ts';
import type { ReadQuery } from './read-query.ts';
import { byKind } from './weights.ts';

export interface Ranked {
  /** Place in the index. */
  document: number;
  /** From 0 to about 1. */
  score: number;
  /** The passages that fit best, the best first. */
  best: number[];
}

/** So many documents are looked at closely. */
const looked = 24;

/** Ranks documents by their best passage, and by how much of the query they have at all. */
export function rank(
  { wanted }: ReadQuery,
  errors: readonly FoundError[],
  { documents, audience }: SearchIndex,
  index: OpenIndex,
): Ranked[] {
  const asked = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (asked === 0) return [];
  const certain = new Map<number, FoundError>();
  for (const error of errors) {
    const document = index.passages[error.passage]?.document ?? -1;
    if ((certain.get(document)?.certainty ?? 0) < error.certainty) certain.set(document, error);
  }
  const asksForReply = wanted.some(({ terms }) => terms.has('#reply'));
  const named = new Set(wanted.flatMap(({ terms }) => [...terms.keys()]));
  const ranked: Ranked[] = [];
  const candidates = gather(wanted, asked, index, documents.length)
    .map((each) => ({ ...each, rough: (each.fits[0]?.fit ?? 0) + each.union }))
    .sort((a, b) => b.rough - a.rough)
    .slice(0, looked);
  for (const { document, fits, union } of candidates) {
    const about = documents[document];
    if (!about) continue;
    const exact = fits
      .map(({ place, fit }) => ({ place, fit: fit * (0.4 + 0.6 * coverageOf(place, named, index)) }))
      .sort((a, b) => b.fit - a.fit);
    const error = certain.get(document);
    const base = 0.45 * (exact[0]?.fit ?? 0) + 0.45 * union + 0.1 * (exact[1]?.fit ?? 0);
    const score =
      (base + (error ? (1 - base) * 0.8 * error.certainty : 0)) *
      byKind[audience][about.kind] *
      topicFit(index.topics[document] ?? [], named) *
      (about.kind === 'macro' && asksForReply ? 1.35 : 1);
    ranked.push({ document, score, best: [...(error ? [error.passage] : []), ...exact.map(({ place }) => place)] });
  }
  return ranked.sort(
    (a, b) =>
      Number(documents[b.document]?.active) - Number(documents[a.document]?.active) ||
      b.score - a.score ||
      a.document - b.document,
  );
}

/** Who does not name a document's thing hardly means it. */
const topicFit = (topics: readonly string[], named: ReadonlySet<string>): number =>
  topics.length === 0 || topics.some((topic) => named.has(topic)) ? 1 : 0.9;

/** How much of a passage was asked for, by weight. */
function coverageOf(place: number, named: ReadonlySet<string>, index: OpenIndex): number {
  let all = 0;
  let had = 0;
  for (const { stems, meanings, isWeak } of index.unitsOf(place)) {
    let weight = 0.1;
    let isNamed = false;
    for (const stem of stems) {
      weight = Math.max(weight, index.weightOf(stem));
      isNamed ||= named.has(stem);
    }
    if (isWeak) weight *= weak;
    all += weight;
    if (isNamed) had += weight;
    else if (meanings.some((meaning) => named.has(`#${meaning}`))) had += weight * 0.75;
  }
  return all === 0 ? 0 : had / all;
}
