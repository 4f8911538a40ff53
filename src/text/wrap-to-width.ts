/** How wide a character is, in its font's size. Of wide system fonts: what fits in them fits in others. */
function widthOfCharacter(character: string): number {
  if (/[iljtfrI.,:;'’|!()[\] -]/.test(character)) return 0.4;
  if (/[mwMW@%]/.test(character)) return 0.98;
  if (/[A-Z0-9]/.test(character)) return 0.72;
  return (character.codePointAt(0) ?? 0) < 0x250 ? 0.62 : 1;
}

/** About how many pixels wide a text is in a system font of this size; rather too many than too few. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0) * size;
}

/**
 * A text in lines of at most `width` pixels, and of at most `most` lines: the last one then ends in `…`.
 * A word that is too long for a line is broken.
 */
export function wrapToWidth(text: string, { width, size, most }: { width: number; size: number; most: number }) {
  const fits = (line: string): boolean => textWidth(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    let rest = word;
    if (line !== '' && !fits(`${line} ${rest}`)) {
      lines.push(line);
      line = '';
    }
    while (line === '' && !fits(rest)) {
      let end = rest.length - 1;
      while (end > 1 && !fits(rest.slice(0, end))) end--;
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
