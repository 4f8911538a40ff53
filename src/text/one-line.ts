import { clip, visible } from './visible.ts';

/**
 * `text` on one line, at most `max` characters of it: newlines become spaces, control characters
 * visible, half a surrogate pair U+FFFD. Titles come from pages and paths from disk, so neither has
 * passed the place where a target's text is made safe.
 */
export function oneLine(text: string, max = 240): string {
  const { text: kept, truncated } = clip(text, max);
  const line = visible(kept.toWellFormed()).replace(/\s+/g, ' ').trim();
  return truncated ? `${line}…` : line;
}

/** An id or a path: never shortened, and still one line. */
export function wholeLine(text: string): string {
  return visible(text.toWellFormed()).replaceAll('\n', '\\u{a}').replaceAll('\t', '\\u{9}');
}
