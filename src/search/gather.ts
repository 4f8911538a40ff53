import type { OpenIndex } from './open-index.ts';
import type { Wanted } from './read-query.ts';
import { byField } from './weights.ts';

/** A passage, and how well it fits what was asked. */
export interface Fit {
  place: number;
  /** From 0 to 1. */
  fit: number;
}

export interface Gathered {
  /** A document that has anything of it. */
  document: number;
  /** Its passages that fit best, the best first; none where only its other text has the words. */
  fits: Fit[];
  /** How much of what was asked it has at all, from 0 to about 1. */
  union: number;
}

/** As many passages of a document as are looked at closely. */
const mostFits = 3;

/** Goes through the lists of all terms once: what has which of them. `asked` is the weight of all that is wanted. */
export function gather(wanted: readonly Wanted[], asked: number, index: OpenIndex, documents: number): Gathered[] {
  // Numbers by place, not maps: a common word has hundreds of places, and this runs at each key that is typed.
  const inPassage = new Float64Array(index.passages.length);
  const inDocument = new Float64Array(documents);
  const best = new Float64Array(index.passages.length);
  const bestOf = new Float64Array(documents);
  const often = new Uint16Array(documents);
  for (const { weight, terms } of wanted) {
    const places: number[] = [];
    const having: number[] = [];
    const has = (document: number, strength: number): void => {
      if (bestOf[document] === 0) having.push(document);
      if ((bestOf[document] ?? 0) < strength) bestOf[document] = strength;
    };
    for (const [term, { strength }] of terms) {
      for (const place of index.inPassages.get(term) ?? []) {
        if (best[place] === 0) places.push(place);
        if ((best[place] ?? 0) < strength) best[place] = strength;
      }
      for (const document of index.inBodies.get(term) ?? []) has(document, strength * byField.text);
    }
    for (const place of places) {
      const passage = index.passages[place];
      const strength = best[place] ?? 0;
      best[place] = 0;
      if (!passage) continue;
      inPassage[place] = (inPassage[place] ?? 0) + strength * weight;
      has(passage.document, strength * byField[passage.field]);
      often[passage.document] = (often[passage.document] ?? 0) + 1;
    }
    for (const document of having) {
      const times = often[document] ?? 0;
      // What a document says again and again is what it is about.
      const about = 0.6 + (0.66 * times) / (times + 1.5);
      inDocument[document] = (inDocument[document] ?? 0) + (bestOf[document] ?? 0) * weight * about;
      bestOf[document] = 0;
      often[document] = 0;
    }
  }
  const fits: Fit[][] = [];
  for (const [place, sum] of inPassage.entries()) {
    const passage = index.passages[place];
    if (sum === 0 || !passage) continue;
    const own = fits[passage.document] ?? [];
    fits[passage.document] = own;
    keepBest(own, { place, fit: (sum / asked) * byField[passage.field] });
  }
  return [...inDocument.entries()].flatMap(([document, sum]) =>
    sum === 0 ? [] : [{ document, fits: fits[document] ?? [], union: sum / asked }],
  );
}

/** Puts one in where it belongs; of two that are alike, the earlier comes first. */
function keepBest(own: Fit[], one: Fit): void {
  let at = own.length;
  while (at > 0 && (own[at - 1]?.fit ?? 0) < one.fit) at -= 1;
  if (at >= mostFits) return;
  own.splice(at, 0, one);
  if (own.length > mostFits) own.pop();
}
