import { osaDistance } from './osa-distance.ts';
import { soundOf } from './sound-of.ts';

/** Finds the stem that was probably meant. */
export interface Speller {
  /** Itself where it is known; `null` where nothing is near. */
  nearest(stem: string): string | null;
  /** Known stems that begin so, at most `most`. */
  startingWith(start: string, most: number): string[];
}

/** Looks among `vocabulary`, which is sorted. Of two that are equally near, the one with more uses. */
export function makeSpeller(vocabulary: readonly string[], locale: string, usesOf: (stem: string) => number): Speller {
  const known = new Set(vocabulary);
  const bySound = new Map<string, string>();
  /** Stems, and sounds, by their first letter and length. */
  const stems = new Map<string, string[]>();
  const sounds = new Map<string, string[]>();
  for (const stem of vocabulary) {
    if (!isSpelled(stem)) continue;
    put(stems, stem);
    const sound = soundOf(stem, locale);
    const other = bySound.get(sound);
    if (other === undefined) put(sounds, sound);
    if (other === undefined || usesOf(stem) > usesOf(other)) bySound.set(sound, stem);
  }
  const kept = new Map<string, string | null>();
  const search = (stem: string): string | null => {
    if (known.has(stem)) return stem;
    if (!isSpelled(stem)) return null;
    const sound = soundOf(stem, locale);
    const same = bySound.get(sound);
    if (same !== undefined) return same;
    if (stem.length < 4) return null;
    const most = stem.length >= 7 ? 2 : 1;
    const spelled = nearestIn(stems, stem, most, usesOf);
    if (spelled?.cost === 1) return spelled.word;
    const heard = sound.length < 4 ? null : nearestIn(sounds, sound, most, (each) => usesOf(bySound.get(each) ?? ''));
    if (heard && (!spelled || heard.cost < spelled.cost)) return bySound.get(heard.word) ?? null;
    return spelled?.word ?? null;
  };
  return {
    nearest(stem) {
      const found = kept.get(stem);
      if (found !== undefined) return found;
      const near = search(stem);
      kept.set(stem, near);
      return near;
    },
    startingWith(start, most) {
      let [low, high] = [0, vocabulary.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((vocabulary[middle] ?? '') < start) low = middle + 1;
        else high = middle;
      }
      const found: string[] = [];
      while (found.length < most && vocabulary[low]?.startsWith(start)) found.push(vocabulary[low++] ?? '');
      return found;
    },
  };
}

const isSpelled = (stem: string): boolean => stem.length >= 3 && stem.length <= 20 && !/[\d_]/.test(stem);

const keyOf = (first: string | undefined, length: number): string => `${first ?? ''}${length}`;

function put(lists: Map<string, string[]>, word: string): void {
  const key = keyOf(word[0], word.length);
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}

/** The nearest word with the same first letter, which is seldom wrong; of two, the one with more uses. */
function nearestIn(
  lists: ReadonlyMap<string, readonly string[]>,
  word: string,
  most: number,
  usesOf: (word: string) => number,
): { word: string; cost: number } | null {
  let best: { word: string; cost: number; uses: number } | null = null;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const other of lists.get(keyOf(word[0], length)) ?? []) {
      const cost = osaDistance(word, other, best?.cost ?? most);
      if (cost > (best?.cost ?? most)) continue;
      const uses = usesOf(other);
      if (!best || cost < best.cost || uses > best.uses) best = { word: other, cost, uses };
    }
  }
  return best;
}
