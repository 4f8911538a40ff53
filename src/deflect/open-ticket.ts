import type { TicketLanguage } from './ticket-language.ts';

/** Tickets without an article that say the same, word for word or nearly. */
export interface OpenTicket {
  /** Stems of what they are about, and meanings (`#pending`). */
  terms: readonly string[];
  language: TicketLanguage;
  /** What one of them says: redacted, without people and cases. */
  text: string;
  tickets: number;
  /** By day, where it is known. */
  days: Map<number, number>;
  /** The slug that came nearest. */
  nearest: string | null;
}
