import type { LanguageCounts, TicketCluster } from '../schemas/deflection.ts';
import { showDay } from './calendar.ts';
import type { Cluster } from './cluster-tickets.ts';
import { functionWords } from './function-words.ts';
import { hidden } from './hide-people.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { SharedWords } from './shared-words.ts';
import { fold, stem } from './stem.ts';
import { type TicketLanguage, ticketLanguages } from './ticket-language.ts';

export interface DescribeOptions {
  /** Of all tickets in the export. */
  total: number;
  /** How many examples at most. */
  examples: number;
  shared: SharedWords;
  /** Ids that other clusters have already. */
  taken: Set<string>;
}

/** Texts that are looked at for wording: more say the same. */
const mostLooked = 400;
const mostWords = 8;
/** A term tells what a cluster is about when it weighs at least so much of the strongest; so many at most. */
const telling = 0.3;
const mostTelling = 14;
const mostWordings = 5;
const longestExample = 110;
const mostTried = 40;
const turns = [true, false].flatMap((whole) => Array.from({ length: mostTried }, (_, nth) => [nth, whole] as const));

/** What a cluster is about, in words that several of its tickets share. Nothing in it is one person's. */
export function describeCluster(cluster: Cluster, { total, examples, shared, taken }: DescribeOptions): TicketCluster {
  // What its tickets say besides (that nothing changed, since when) is in most of them, and weighs little.
  const strongest = cluster.terms[0]?.[1] ?? 0;
  const weights = new Map(cluster.terms.filter(([, weight]) => weight >= strongest * telling).slice(0, mostTelling));
  const looked = cluster.members.slice(0, mostLooked);
  const words = typicalWords([...weights.keys()], looked, shared);
  const days = cluster.members.flatMap(({ days: each }) => [...each.keys()]);
  return {
    id: idOf(words, taken),
    tickets: cluster.tickets,
    share: total === 0 ? 0 : cluster.tickets / total,
    languages: countLanguages(cluster.members),
    words,
    wording: ticketLanguages.flatMap((language) => wordingOf(looked, language, weights, shared)),
    examples: examplesOf(cluster.members, weights, shared, examples),
    nearestArticle: mostNamed(cluster.members),
    firstDay: days.length === 0 ? null : showDay(days.reduce((a, b) => Math.min(a, b))),
    lastDay: days.length === 0 ? null : showDay(days.reduce((a, b) => Math.max(a, b))),
  };
}

export function countLanguages(tickets: readonly Pick<OpenTicket, 'language' | 'tickets'>[]): LanguageCounts {
  const counts: LanguageCounts = { en: 0, es: 0, pt: 0, other: 0 };
  for (const { language, tickets: size } of tickets) counts[language] += size;
  return counts;
}

const written = /[\p{L}\p{M}\p{N}]+(?:['’_.-][\p{L}\p{M}\p{N}]+)*/gu;

/** The strongest terms, as most of its tickets write them. */
function typicalWords(terms: readonly string[], looked: readonly OpenTicket[], shared: SharedWords): string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const { text, tickets: size } of looked) {
    for (const [match] of text.matchAll(written)) {
      const term = stem(fold(match));
      const of = forms.get(term) ?? new Map<string, number>();
      const form = match.toLowerCase();
      of.set(form, (of.get(form) ?? 0) + size);
      forms.set(term, of);
    }
  }
  return terms
    .flatMap((term) => [...(forms.get(term) ?? [])].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? [])
    .filter((form) => shared.has(form) && !/^\d+$/.test(form))
    .slice(0, mostWords);
}

function idOf(words: readonly string[], taken: Set<string>): string {
  const parts = words.map((each) => fold(each).replace(/[^a-z0-9]+/g, '')).filter((each) => /^[a-z]/.test(each));
  const base = [...new Set(parts)].slice(0, 3).join('-') || 'cluster';
  let id = base;
  for (let nth = 2; taken.has(id); nth += 1) id = `${base}-${nth}`;
  taken.add(id);
  return id;
}

/** Runs of two to five words that at least three tickets share, in one language; none inside another. */
function wordingOf(
  looked: readonly OpenTicket[],
  language: TicketLanguage,
  weights: ReadonlyMap<string, number>,
  shared: SharedWords,
): TicketCluster['wording'] {
  const mine = looked.filter((each) => each.language === language);
  const runs = new Map<string, { tickets: number; value: number }>();
  for (const { text, tickets: size } of mine) {
    const found = new Map<string, number>();
    for (const sentence of text.toLowerCase().split(/[.!?…\n,;:()]+/)) {
      const words = sentence.match(written) ?? [];
      for (let from = 0; from < words.length; from += 1)
        for (let length = 2; length <= 5 && from + length <= words.length; length += 1) {
          const run = words.slice(from, from + length);
          if (!run.every((each) => shared.has(each)) || isEmpty(run[0]) || isEmpty(run.at(-1))) continue;
          const value = run.reduce((sum, each) => sum + (weights.get(stem(fold(each))) ?? 0), 0);
          if (value > 0) found.set(run.join(' '), value);
        }
    }
    for (const [run, value] of found) {
      const known = runs.get(run);
      runs.set(run, { tickets: (known?.tickets ?? 0) + size, value });
    }
  }
  const ranked = [...runs]
    .filter(([, { tickets: size }]) => size >= 3)
    .toSorted(([a, x], [b, y]) => y.tickets * y.value - x.tickets * x.value || (a < b ? -1 : 1));
  const chosen: TicketCluster['wording'] = [];
  for (const [text, { tickets: size }] of ranked) {
    if (chosen.length === mostWordings) break;
    const words = text.split(' ');
    // What shares two words with a chosen one says the same.
    if (chosen.some((each) => words.filter((word) => each.text.split(' ').includes(word)).length >= words.length / 2))
      continue;
    chosen.push({ language, text, tickets: size });
  }
  return chosen;
}

const isEmpty = (word: string | undefined): boolean =>
  word === undefined || Object.values(functionWords).some((list) => list.has(fold(word)));

/** The sentence of a ticket that says most of what the cluster is about; languages in turn, the commonest first. */
function examplesOf(
  members: readonly OpenTicket[],
  weights: ReadonlyMap<string, number>,
  shared: SharedWords,
  most: number,
): TicketCluster['examples'] {
  const counts = countLanguages(members);
  const queues = ticketLanguages
    .filter((language) => counts[language] > 0)
    .toSorted((a, b) => counts[b] - counts[a])
    .map((language) => members.filter((each) => each.language === language).slice(0, mostTried));
  const examples: TicketCluster['examples'] = [];
  const said = new Set<string>();
  // Whole sentences first, then those with words that may not be shown.
  for (const [nth, whole] of turns) {
    for (const queue of queues) {
      const ticket = queue[nth];
      if (!ticket || examples.length >= most) continue;
      const text = cut(shared.show(bestSentence(ticket.text, weights)));
      if (whole && text.includes(hidden)) continue;
      const key = fold(text)
        .replace(/[^a-z0-9]+/g, ' ')
        .split(' ')
        .slice(0, 6)
        .join(' ');
      if (text.replace(/[…\s]/g, '').length < 8 || said.has(key)) continue;
      said.add(key);
      examples.push({ language: ticket.language, text });
    }
  }
  return examples;
}

function bestSentence(text: string, weights: ReadonlyMap<string, number>): string {
  let best = '';
  let bestValue = -1;
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const value = (sentence.match(written) ?? []).reduce((sum, each) => sum + (weights.get(stem(fold(each))) ?? 0), 0);
    if (value > bestValue) [best, bestValue] = [sentence, value];
  }
  return best.replace(/\s+/g, ' ').trim();
}

function cut(text: string): string {
  if (text.length <= longestExample) return text;
  const end = text.lastIndexOf(' ', longestExample);
  return `${text.slice(0, end > 40 ? end : longestExample)} …`.replace(/…\s…$/, '…');
}

function mostNamed(members: readonly OpenTicket[]): string | null {
  const counts = new Map<string, number>();
  for (const { nearest, tickets: size } of members)
    if (nearest !== null) counts.set(nearest, (counts.get(nearest) ?? 0) + size);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
