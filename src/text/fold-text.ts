/** The same text without accents and capitals, character by character: places in it are places in `text`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Some capitals become two characters; then places would move.
  const safe = lower.length === text.length ? lower : text;
  if (!/[^\0-\x7f]/.test(safe)) return safe;
  let folded = '';
  for (let index = 0; index < safe.length; index += 1) {
    const letter = safe[index] ?? '';
    folded += letter < '\x80' ? letter : (same[letter] ?? letter.normalize('NFD')[0] ?? letter);
  }
  return folded;
}

const same: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '´': "'", ø: 'o', ı: 'i', '\u2212': '-' };
