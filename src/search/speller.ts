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
export function makeSpeller(
  vocabulary: readonly string[],
  locale: string,
  usesOf: (stem: string) => number,
): Speller {
  const known = new Set(vocabulary);
  const bySound = new Map<string, string>();
  /** Sounds by their length. */
  const byLength: string[][] = [];
  for (const stem of vocabulary) {
    if (stem.length < 3 || stem.length > 20 || /\d/.test(stem)) continue;
    const sound = soundOf(stem, locale);
    const alikeStem = bySound.get(sound);
    if (alikeStem === undefined || usesOf(stem) > usesOf(alikeStem)) bySound.set(sound, stem);
    if (alikeStem !== undefined) continue;
    const alike = byLength[sound.length];
    if (alike) alike.push(sound);
    else byLength[sound.length] = [sound];
  }
  const rarity = (sound: string): number => Math.min(0.3, usesOf(bySound.get(sound) ?? '') / 60);
  const kept = new Map<string, string | null>();
  const search = (stem: string): string | null => {
    if (known.has(stem)) return stem;
    if (stem.length < 3 || stem.length > 20 || /\d/.test(stem)) return null;
    const sound = soundOf(stem, locale);
    const same = bySound.get(sound);
    if (same !== undefined) return same;
    if (sound.length < 4) return null;
    const most = sound.length >= 7 ? 2 : 1;
    let best: string | null = null;
    let least = most + 1;
    for (let length = sound.length - most; length <= sound.length + most; length += 1) {
      for (const other of byLength[length] ?? []) {
        // A wrong first letter is rare, and looks at ten times as many words.
        const cost = osaDistance(sound, other, most) + (sound[0] === other[0] ? 0 : 0.6) - rarity(other);
        if (cost < least) {
          least = cost;
          best = other;
        }
      }
    }
    return best === null ? null : (bySound.get(best) ?? null);
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
