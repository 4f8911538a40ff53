import { textWidth } from './text-width.ts';

export interface WrapOptions {
  /** How wide a line may be, in the unit of `size`. At least one character stands in each line, whatever its width. */
  width: number;
  /** The font's size. */
  size: number;
  /** How much of the first line is taken. */
  indent?: number;
}

/** A text in lines, broken at spaces, though not at those that do not break; a word that is wider than a line is broken where the line ends. */
export function wrapText(text: string, { width, size, indent = 0 }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? indent : 0);
  const fits = (candidate: string): boolean => textWidth(candidate, size) <= room();
  const close = (): void => {
    lines.push(line);
    line = '';
  };
  for (const word of text.split(/[ \t\n]+/).filter((each) => each !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== '') close();
    // What stands beside the indent is not needed there: the whole next line may do.
    else if (lines.length === 0 && indent > 0 && textWidth(word, size) <= width) close();
    for (const character of word) {
      if (line !== '' && !fits(line + character)) close();
      line += character;
    }
  }
  if (line !== '' || lines.length === 0) close();
  return lines;
}
