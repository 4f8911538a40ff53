import type { LanguageCounts } from '../schemas/deflection.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { TicketDigest } from './ticket-digest.ts';

/** What was counted of one article's tickets. */
export interface ArticleTally {
  tickets: number;
  languages: LanguageCounts;
  days: Map<number, number>;
  /** How many tickets had which confidence, in hundredths. */
  confidences: number[];
}

/** Everything that is said of an export, counted ticket by ticket. */
export interface Tally {
  tickets: number;
  repeated: number;
  undated: number;
  languages: LanguageCounts;
  covered: LanguageCounts;
  days: Map<number, number>;
  coveredDays: Map<number, number>;
  articles: Map<number, ArticleTally>;
  open: Map<string, OpenTicket>;
  removed: Map<string, number>;
}

/** From this confidence on an article that is not sure enough is worth a look. */
const nearEnough = 0.2;

export const noLanguages = (): LanguageCounts => ({ en: 0, es: 0, pt: 0, other: 0 });

/** Counts tickets; one whose id was seen is counted once. `slugs`: the index's. */
export function createTally(slugs: readonly string[]): Tally & { add(digest: TicketDigest): void } {
  const seen = new Set<string>();
  const tally: Tally = {
    tickets: 0,
    repeated: 0,
    undated: 0,
    languages: noLanguages(),
    covered: noLanguages(),
    days: new Map(),
    coveredDays: new Map(),
    articles: new Map(),
    open: new Map(),
    removed: new Map(),
  };
  return Object.assign(tally, {
    add(digest: TicketDigest) {
      const { id, day, language, article, confidence, open, removed } = digest;
      if (id !== null && seen.size === seen.add(id).size) {
        tally.repeated += 1;
        return;
      }
      tally.tickets += 1;
      tally.languages[language] += 1;
      if (day === null) tally.undated += 1;
      else addTo(tally.days, day);
      for (const { kind, count } of removed) tally.removed.set(kind, (tally.removed.get(kind) ?? 0) + count);
      if (open === null) {
        tally.covered[language] += 1;
        if (day !== null) addTo(tally.coveredDays, day);
        const of = tally.articles.get(article) ?? emptyArticle();
        of.tickets += 1;
        of.languages[language] += 1;
        if (day !== null) addTo(of.days, day);
        const place = Math.min(100, Math.floor(confidence * 100));
        of.confidences[place] = (of.confidences[place] ?? 0) + 1;
        tally.articles.set(article, of);
        return;
      }
      const key = `${language} ${open.terms}`;
      const of = tally.open.get(key) ?? {
        terms: open.terms === '' ? [] : open.terms.split(' '),
        language,
        text: open.text,
        tickets: 0,
        days: new Map<number, number>(),
        nearest: confidence >= nearEnough ? (slugs[article] ?? null) : null,
      };
      of.tickets += 1;
      if (day !== null) addTo(of.days, day);
      tally.open.set(key, of);
    },
  });
}

const emptyArticle = (): ArticleTally => ({
  tickets: 0,
  languages: noLanguages(),
  days: new Map(),
  confidences: Array.from({ length: 101 }, () => 0),
});

export function addTo(days: Map<number, number>, day: number, tickets = 1): void {
  days.set(day, (days.get(day) ?? 0) + tickets);
}
