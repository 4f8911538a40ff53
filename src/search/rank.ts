import type { SearchIndex } from '../schemas/search.ts';
import type { MatchField, SearchKind } from '../schemas/search-kinds.ts';
import { weak } from './analyse.ts';
import type { FoundError } from './find-errors.ts';
import type { OpenIndex } from './open-index.ts';
import type { ReadQuery } from './read-query.ts';

export interface Ranked {
  /** Place in the index. */
  document: number;
  /** From 0 to 1. */
  score: number;
  /** The passages that fit best, the best first. */
  best: number[];
}

const byField: Readonly<Record<MatchField, number>> = {
  title: 1,
  symptom: 1,
  error: 1,
  code: 1,
  heading: 0.7,
  description: 0.72,
  text: 0.38,
};

/** Of two that fit alike, what a site's readers rather want. */
const byKind: Readonly<Record<'public' | 'internal', Readonly<Record<SearchKind, number>>>> = {
  public: { help: 1, incident: 1, glossary: 0.8, runbook: 1, tree: 1, macro: 1, provider: 1 },
  internal: { runbook: 1, tree: 0.93, help: 0.84, glossary: 0.8, macro: 0.88, provider: 0.9, incident: 1 },
};

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
  const inPassage = new Map<number, number>();
  const inDocument = new Map<number, number>();
  for (const { weight, terms } of wanted) {
    const best = new Map<number, number>();
    const bestOf = new Map<number, number>();
    for (const [term, { strength }] of terms) {
      for (const place of index.inPassages.get(term) ?? [])
        if ((best.get(place) ?? 0) < strength) best.set(place, strength);
      for (const document of index.inBodies.get(term) ?? [])
        if ((bestOf.get(document) ?? 0) < strength * byField.text) bestOf.set(document, strength * byField.text);
    }
    const often = new Map<number, number>();
    for (const [place, strength] of best) {
      const passage = index.passages[place];
      if (!passage) continue;
      inPassage.set(place, (inPassage.get(place) ?? 0) + strength * weight);
      const here = strength * byField[passage.field];
      if ((bestOf.get(passage.document) ?? 0) < here) bestOf.set(passage.document, here);
      often.set(passage.document, (often.get(passage.document) ?? 0) + 1);
    }
    for (const [document, strength] of bestOf) {
      const times = often.get(document) ?? 0;
      // What a document says again and again is what it is about.
      const about = 0.6 + (0.66 * times) / (times + 1.5);
      inDocument.set(document, (inDocument.get(document) ?? 0) + strength * weight * about);
    }
  }
  const certain = new Map<number, FoundError>();
  for (const error of errors) {
    const document = index.passages[error.passage]?.document ?? -1;
    if ((certain.get(document)?.certainty ?? 0) < error.certainty) certain.set(document, error);
  }
  const first = [...inPassage]
    .map(([place, sum]) => ({ place, fit: (sum / asked) * byField[index.passages[place]?.field ?? 'text'] }))
    .sort((a, b) => b.fit - a.fit || a.place - b.place);
  const fits = new Map<number, { place: number; fit: number }[]>();
  for (const { place, fit } of first) {
    const document = index.passages[place]?.document ?? -1;
    const own = fits.get(document) ?? [];
    if (own.length < 3) own.push({ place, fit });
    fits.set(document, own);
  }
  const asksForReply = wanted.some(({ terms }) => terms.has('#reply'));
  const named = new Set(wanted.flatMap(({ terms }) => [...terms.keys()]));
  const ranked: Ranked[] = [];
  for (const document of inDocument.keys()) if (!fits.has(document)) fits.set(document, []);
  const candidates = [...fits]
    .map(([document, own]) => ({ document, own, rough: (own[0]?.fit ?? 0) + (inDocument.get(document) ?? 0) / asked }))
    .sort((a, b) => b.rough - a.rough)
    .slice(0, looked);
  for (const { document, own } of candidates) {
    const about = documents[document];
    if (!about) continue;
    const exact = own
      .map(({ place, fit }) => ({ place, fit: fit * (0.4 + 0.6 * coverageOf(place, named, index)) }))
      .sort((a, b) => b.fit - a.fit);
    const union = (inDocument.get(document) ?? 0) / asked;
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
