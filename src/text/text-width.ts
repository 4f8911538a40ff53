/**
 * Widths of characters, in thousandths of the font's size, measured in DejaVu Sans: the widest of the
 * fonts that systems show pages in. Segoe UI, San Francisco, Roboto and Arial all need less, so a line
 * that fits by this table fits everywhere.
 */
const classes: readonly (readonly [width: number, characters: string])[] = [
  [300, "'IJijl"],
  [340, ' \u00a0,.‘’·/:;\\|'],
  [400, '()[]tf!-'],
  [460, 'r"'],
  [520, '*_`–sz“”'],
  [560, '?cçL'],
  [600, 'FkvxyP'],
  [640, 'TYaoehbdgnpquES«»$0123456789{}€'],
  [700, 'KAVBRXZC'],
  [780, 'UHNDG&OQ'],
  [840, 'w#+<=>^~→↑↓✓'],
  [980, 'Mm%'],
];
const widths = new Map(classes.flatMap(([width, characters]) => [...characters].map((each) => [each, width])));
const widest = 1100;
/** Bold characters need up to a quarter more. */
const boldFactor = 1.27;

/** How wide a text is at most, in the unit of `size`, the font's size. */
export function textWidth(text: string, size: number, { bold = false } = {}): number {
  let sum = 0;
  // A letter with an accent is as wide as the letter; the accent, once taken apart, adds nothing.
  for (const each of text.normalize('NFD')) if (!/\p{M}/u.test(each)) sum += widths.get(each) ?? widest;
  return (sum * size * (bold ? boldFactor : 1)) / 1000;
}
