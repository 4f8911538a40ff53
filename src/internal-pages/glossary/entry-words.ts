import type { GlossaryEntry } from '../../schemas/glossary.ts';

/** What somebody types who looks for an entry. */
export function entryWords({ code, text, aliases, by, means }: GlossaryEntry, family: string): string {
  return [code, text, ...aliases, by, family, means].filter((word) => word !== undefined).join(' ');
}
