/** Without accents and capitals, of the same length: a place in it is a place in `text`. */
export function foldText(text: string): string {
  return Array.from(text, (char) => {
    const folded = char
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replaceAll('’', "'")
      .toLowerCase();
    return folded.length === char.length ? folded : char;
  }).join('');
}
