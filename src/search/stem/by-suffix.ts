/** Reduces inflections of one language to one form; not a word, and only compared with its like. */
export type Stem = (word: string) => string;

/** Longest first; at least three letters stay. */
export const bySuffix = (suffixes: string): Stem => {
  const ordered = suffixes.split(' ').sort((a, b) => b.length - a.length);
  return (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    const suffix = ordered.find((each) => word.length - each.length >= 3 && word.endsWith(each));
    return suffix === undefined ? word : word.slice(0, -suffix.length);
  };
};
