import { type RedactTools, redactWith } from '../redact/redact.ts';
import { type ArticleIndex, termsOf } from './article-index.ts';
import { hideCase, hidePeople } from './hide-people.ts';
import { matchTicket } from './match-ticket.ts';
import { plainText } from './plain-text.ts';
import type { RawTicket } from './raw-ticket.ts';
import { readDay } from './read-time.ts';
import type { TicketDigest } from './ticket-digest.ts';
import { ticketLanguage } from './ticket-language.ts';

export interface DigestOptions {
  index: ArticleIndex;
  tools: RedactTools;
  /** From this confidence on an article answers. */
  confidence: number;
  /** How dates such as `04/05/2026` are meant. */
  dayFirst: boolean;
}

/** What a text alone says. */
type Judgement = Omit<TicketDigest, 'id' | 'day' | 'removed'>;

/** So many texts are remembered: help desks have many that are alike, word for word. */
const mostRemembered = 20_000;
const mostShown = 400;

/** Reads tickets one by one: people out, secrets out, then language and article. The same text is judged once. */
export function createDigester({
  index,
  tools,
  confidence,
  dayFirst,
}: DigestOptions): (ticket: RawTicket) => TicketDigest {
  const remembered = new Map<string, Judgement>();
  return ({ id, subject, body, created, people }) => {
    // Together, so that a phrase that begins in the subject is seen whole. Before names are taken out: half an
    // address is no longer told from a word.
    const { text, removed } = redactWith(`${plainText(subject).replaceAll('\n', ' ')}\n${plainText(body)}`, tools);
    const safe = hidePeople(text, people);
    const day = readDay(created, { dayFirst });
    const known = remembered.get(safe) ?? judge(safe);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(safe, known);
    return { id, day, removed, ...known };
  };

  function judge(text: string): Judgement {
    const end = text.indexOf('\n');
    const [head, rest] = [text.slice(0, end < 0 ? text.length : end), end < 0 ? '' : text.slice(end + 1)];
    const match = matchTicket(index, head, rest);
    const isOpen = match.article < 0 || match.confidence < confidence;
    return {
      language: ticketLanguage(`${rest}\n${head}`),
      article: match.article,
      confidence: match.confidence,
      open: isOpen ? openPart(text) : null,
    };
  }

  function openPart(text: string): TicketDigest['open'] {
    const shown = hideCase(text);
    const { words, meanings } = termsOf(index, shown);
    return { terms: [...words, ...meanings].join(' '), text: shown.trim().slice(0, mostShown) };
  }
}
