/** A placeholder where it stands. */
export interface PlacedPlaceholder {
  name: string;
  /** Of its first brace. */
  offset: number;
  /** In characters, braces included. */
  length: number;
}

const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Every `{{name}}` of a text, known or not. */
export function placeholdersIn(text: string): PlacedPlaceholder[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    name: match[1] ?? '',
    offset: match.index,
    length: match[0].length,
  }));
}
