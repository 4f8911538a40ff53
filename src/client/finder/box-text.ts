import { onOneLine } from './is-message.ts';

/** A text as it is named, and looked for in pages: its beginning, on one line. */
export function shortened(text: string): string {
  const line = onOneLine(text);
  return line.length <= 80 ? line : `${line.slice(0, 80).trimEnd()}…`;
}

/** Puts values into `{name}` places. */
export function withValues(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
