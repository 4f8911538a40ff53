// Zendesk, as far as tickets are counted and listed. Sources: developer.zendesk.com (ticketing/ticket-management/
// search: list search results, show results count), support.zendesk.com 4408886879258 (search reference: dates and
// times, operators). New tickets are found after up to a few minutes.
import { type Http, readJson } from 'runlight/check';
import { z } from 'zod';
import type { Mention, Window } from './mention.ts';
import { askHelpDesk } from './tickets.ts';

const countSchema = z.looseObject({ count: z.int().nonnegative() });

/** How many tickets were created in a window; the search counts them all, also beyond the thousand that it lists. */
export async function countTickets(
  http: Http,
  query: string | undefined,
  window: Window,
): Promise<{ count: number; latency: number }> {
  const path = `/api/v2/search/count.json?${new URLSearchParams({ query: queryOf(query, window) })}`;
  const answer = await askHelpDesk(http, path);
  return { count: readJson(answer, countSchema, 'The count of tickets').count, latency: answer.durationMs };
}

const listSchema = z.looseObject({
  count: z.int().nonnegative(),
  results: z.array(
    z.looseObject({
      subject: z.string().nullish(),
      description: z.string().nullish(),
      created_at: z.iso.datetime({ offset: true }),
    }),
  ),
});

/** The newest tickets, at most a hundred; without a window, of all time. */
export async function newestTickets(
  http: Http,
  query: string | undefined,
  window: Window | null,
  most: number,
): Promise<Mention[]> {
  const path = `/api/v2/search.json?${new URLSearchParams({
    query: queryOf(query, window),
    sort_by: 'created_at',
    sort_order: 'desc',
    per_page: String(most),
  })}`;
  const { results } = readJson(await askHelpDesk(http, path), listSchema, 'The list of tickets');
  return results.map(({ subject, description, created_at }) => ({
    at: Date.parse(created_at) / 1000,
    text: `${subject ?? ''} ${description ?? ''}`.slice(0, 20_000),
  }));
}

function queryOf(query: string | undefined, window: Window | null): string {
  const time = (at: number): string => new Date(at * 1000).toISOString().replace(/\.\d+/, '');
  return [
    'type:ticket',
    ...(window ? [`created>=${time(window.from)}`, `created<${time(window.to)}`] : []),
    ...(query === undefined ? [] : [query]),
  ].join(' ');
}
