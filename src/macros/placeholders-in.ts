/** A placeholder where it stands. */
export interface PlacedPlaceholder {
  name: string;
  /** Of its first brace. */
  offset: number;
}

const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Every `{{name}}` of a text, known or not. */
export function placeholdersIn(text: string): PlacedPlaceholder[] {
  return Array.from(text.matchAll(pattern), (match) => ({ name: match[1] ?? '', offset: match.index }));
}

/** The text with each `{{name}}` replaced by what `value` returns for it; `null` leaves it as it is. */
export function replacePlaceholders(text: string, value: (name: string) => string | null): string {
  return text.replace(pattern, (whole, name: string) => value(name) ?? whole);
}
