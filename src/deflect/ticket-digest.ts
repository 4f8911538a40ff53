import type { Removed } from '../redact/removed-kinds.ts';
import type { TicketLanguage } from './ticket-language.ts';

/** All that is left of a ticket once it was read: what is said of it, and nothing of who wrote it. */
export interface TicketDigest {
  /** The export's id of it, to know it again. */
  id: string | null;
  /** Days since 1970. */
  day: number | null;
  language: TicketLanguage;
  /** A place in the index's slugs; `-1`: nothing matches. */
  article: number;
  confidence: number;
  /** For tickets without an article: terms apart by spaces, and the text without people and cases. */
  open: { terms: string; text: string } | null;
  removed: readonly Removed[];
}
