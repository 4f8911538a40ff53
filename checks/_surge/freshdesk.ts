// Freshdesk, as far as tickets are searched. Source: developers.freshdesk.com/api (filter tickets): dates without a
// time, `:>` and `:<` include their own day, 30 tickets a page, 10 pages at most, 512 characters of query. What a
// ticket says cannot be searched by it, and archived tickets are not found.
import { CheckFailure, ConfigProblem, type Http, readJson } from 'runlight/check';
import { z } from 'zod';
import { isIn, type Mention, type Window } from './mention.ts';
import { askHelpDesk } from './tickets.ts';

const perPage = 30;
const maxPages = 10;
const day = 86_400;

const pageSchema = z.looseObject({
  total: z.int().nonnegative(),
  results: z.array(
    z.looseObject({
      id: z.number(),
      subject: z.string().nullish(),
      description_text: z.string().nullish(),
      created_at: z.iso.datetime({ offset: true }),
    }),
  ),
});

export interface TicketSearch {
  /** The tickets of a window. */
  in(window: Window): Promise<Mention[]>;
  /** Of all requests so far, in milliseconds. */
  readonly latency: number;
}

/** Searches by whole days, each once, and finds the tickets of a window among them by their times. */
export function searchTickets(http: Http, query: string | undefined): TicketSearch {
  const days = new Map<number, Promise<Mention[]>>();
  let latency = 0;
  const ofDay = async (start: number): Promise<Mention[]> => {
    const date = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);
    // The next day's date may or may not bring its tickets: what is outside the window is dropped anyway.
    const dates = `created_at:>'${date(start)}' AND created_at:<'${date(start + day)}'`;
    const full = query === undefined ? dates : `(${query}) AND ${dates}`;
    if (full.length > 512)
      throw new ConfigProblem('`query` is too long: Freshdesk takes 512 characters, the dates included.');
    const tickets = new Map<number, Mention>();
    for (let page = 1; ; page += 1) {
      const path = `/api/v2/search/tickets?${new URLSearchParams({ query: `"${full}"`, page: String(page) })}`;
      const answer = await askHelpDesk(http, path);
      latency += answer.durationMs;
      const { total, results } = readJson(answer, pageSchema, 'The list of tickets');
      if (total > perPage * maxPages)
        throw new ConfigProblem(
          `\`${http.target}\` found ${total} tickets around ${date(start)}, and lists ${perPage * maxPages} at most: narrow them by \`query\`, such as \`tag:'swap'\`.`,
        );
      const before = tickets.size;
      for (const { id, subject, description_text, created_at } of results)
        tickets.set(id, {
          at: Date.parse(created_at) / 1000,
          text: `${subject ?? ''} ${description_text ?? ''}`.slice(0, 20_000),
        });
      if (tickets.size >= total) return [...tickets.values()];
      // A ticket that came meanwhile moves the pages by one.
      if (tickets.size === before || page === maxPages)
        throw new CheckFailure(
          'protocol',
          `\`${http.target}\` says that it found ${total} tickets, and lists ${tickets.size}.`,
        );
    }
  };
  return {
    get latency() {
      return Math.round(latency);
    },
    async in(window) {
      const found: Mention[] = [];
      for (let start = Math.floor(window.from / day) * day; start < window.to; start += day) {
        if (!days.has(start)) days.set(start, ofDay(start));
        const tickets = (await days.get(start)) ?? [];
        found.push(...tickets.filter(({ at }) => at >= start && at < start + day).filter((each) => isIn(window, each)));
      }
      return found;
    },
  };
}
