import type { Http } from 'runlight/check';
import { type Comparison, fitting, spreadOf, weekly } from './baseline.ts';
import { readFeed } from './feed.ts';
import { searchTickets } from './freshdesk.ts';
import { isIn, type Mention, type Window } from './mention.ts';
import { hasWord } from './words.ts';
import { countTickets, newestTickets } from './zendesk.ts';

/** What a source counted, now and earlier. */
export interface Counted {
  count: number;
  /** What it is compared with; `null` where the source does not reach back far enough. */
  comparison: Comparison | null;
  /** A count for each window of the comparison. */
  earlier: number[];
  /** When the newest of all was made, in seconds since 1970; `null` where there is none. */
  newest: number | null;
  /** What is said now and what was said earlier; for words, never shown. */
  texts: string[];
  earlierTexts: string[];
  /** Said of `count` where it is only a part: completes "could not be taken: …". */
  partial: string | null;
  latency: number;
}

export interface Question {
  now: Window;
  periods: number;
  words: readonly string[];
  query: string | undefined;
  path: string;
  pages: number;
  /** Whether texts, and the newest, are asked for: at some sources they cost a request more. */
  wantsTexts: boolean;
  wantsNewest: boolean;
}

/** How each kind of source is counted. */
export const sources = {
  async feed(http: Http, { now, periods, words, path, pages }: Question): Promise<Counted> {
    const { mentions, latency } = await readFeed(http, path, pages);
    const times = mentions.map(({ at }) => at);
    const oldest = times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
    const comparison = oldest === null ? null : fitting(now, periods, oldest);
    const fits = hasWord(words);
    const found = mentions.filter(({ text }) => fits(text));
    const ofNow = found.filter((each) => isIn(now, each));
    const ofEarlier = comparison?.windows.map((window) => found.filter((each) => isIn(window, each))) ?? [];
    return {
      count: ofNow.length,
      comparison,
      earlier: ofEarlier.map((some) => some.length),
      newest: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
      texts: ofNow.map(({ text }) => text),
      earlierTexts: ofEarlier.flat().map(({ text }) => text),
      partial:
        oldest !== null && oldest > now.from
          ? `the feed holds ${mentions.length} entries and does not reach back over the window; at least ${ofNow.length} fit`
          : null,
      latency,
    };
  },

  async zendesk(http: Http, { now, periods, query, wantsTexts, wantsNewest }: Question): Promise<Counted> {
    const comparison = weekly(now, periods);
    // One after the other: a help desk limits how often it is searched, and the first refusal is enough.
    const counts: Awaited<ReturnType<typeof countTickets>>[] = [];
    for (const window of [now, ...comparison.windows]) counts.push(await countTickets(http, query, window));
    const [ofNow, ...earlier] = counts;
    const count = ofNow?.count ?? 0;
    const { baseline } = spreadOf(earlier.map((each) => each.count));
    const isHigh = count >= Math.max(5, 2 * baseline);
    const list = (): Promise<Mention[]> => newestTickets(http, query, now, 100);
    // What a surge is about is worth a request more, and not the count.
    const texts = wantsTexts ? await list() : isHigh ? await list().catch(() => []) : [];
    const newest = wantsNewest ? (texts[0] ?? (await newestTickets(http, query, null, 1))[0]) : undefined;
    return {
      count,
      comparison,
      earlier: earlier.map(({ count }) => count),
      newest: newest?.at ?? null,
      texts: texts.map(({ text }) => text),
      earlierTexts: [],
      partial: null,
      latency: Math.round(counts.reduce((sum, { latency }) => sum + latency, 0)),
    };
  },

  async freshdesk(http: Http, { now, periods, words, query }: Question): Promise<Counted> {
    const comparison = weekly(now, periods);
    const search = searchTickets(http, query);
    const fits = hasWord(words);
    const found: Mention[][] = [];
    for (const window of [now, ...comparison.windows])
      found.push((await search.in(window)).filter(({ text }) => fits(text)));
    const [ofNow = [], ...ofEarlier] = found;
    // Whether tickets arrive at all is a matter of this and the last day, whatever they say.
    const recent = (await search.in({ from: now.to - 86_400, to: now.to })).map(({ at }) => at);
    return {
      count: ofNow.length,
      comparison,
      earlier: ofEarlier.map((some) => some.length),
      newest: recent.length === 0 ? null : recent.reduce((a, b) => Math.max(a, b)),
      texts: ofNow.map(({ text }) => text),
      earlierTexts: ofEarlier.flat().map(({ text }) => text),
      partial: null,
      latency: search.latency,
    };
  },
} as const satisfies Record<string, (http: Http, question: Question) => Promise<Counted>>;
