// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Makes text from outside safe to show: control and direction-changing characters become
 * `\u{1b}`. Newlines and tabs stay. Applied once, where the text enters.
 */
export function visible(text: string): string {
  return text.replace(hidden, (c) => (c === '\r' ? '' : `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`));
}

/** Cuts `text` to `max` characters, never inside a surrogate pair. */
export function clip(text: string, max: number): { text: string; truncated: boolean } {
  if (text.length <= max) return { text, truncated: false };
  const last = text.charCodeAt(max - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? max - 1 : max;
  return { text: text.slice(0, end), truncated: true };
}
