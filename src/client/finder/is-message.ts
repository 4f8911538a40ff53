/** A text longer than this is a message that somebody got, and not what one types to search. */
const longest = 160;

/** Whether a text is a whole message or a stack: lines, or more than one types. */
export function isMessage(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > longest || /[\r\n]/.test(trimmed);
}

/** A text on one line. */
export const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
