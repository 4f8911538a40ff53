import { type Redacted, type RedactTools, redactWith } from '../redact/redact.ts';
import { type ArticleIndex, termsOf } from './article-index.ts';
import { hideCase, hidePeople, withoutMarks } from './hide-people.ts';
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

/** A ticket's subject, on the first line, and its text: without secrets, and without people. */
export function safeText(
  { subject, body, people }: Pick<RawTicket, 'subject' | 'body' | 'people'>,
  tools: RedactTools,
): Redacted {
  // Together, so that a phrase that begins in the subject is seen whole. Before names are taken out: half an
  // address is no longer told from a word.
  const { text, removed } = redactWith(`${plainText(subject).replaceAll('\n', ' ')}\n${plainText(body)}`, tools);
  return { text: hidePeople(withoutMarks(text), people), removed };
}

/** The subject and the text of `safeText`. */
export function partsOf(text: string): [subject: string, body: string] {
  const end = text.indexOf('\n');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

/** Reads tickets one by one: people out, secrets out, then language and article. The same text is judged once. */
export function createDigester({
  index,
  tools,
  confidence,
  dayFirst,
}: DigestOptions): (ticket: RawTicket) => TicketDigest {
  const remembered = new Map<string, Judgement>();
  return ({ id, subject, body, created, people }) => {
    const { text: safe, removed } = safeText({ subject, body, people }, tools);
    const day = readDay(created, { dayFirst });
    const known = remembered.get(safe) ?? judge(safe);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(safe, known);
    return { id, day, removed, ...known };
  };

  function judge(text: string): Judgement {
    const [head, rest] = partsOf(text);
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
