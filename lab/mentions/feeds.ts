/** Reviews and posts, as Atom, RSS and JSON Feed. */
import { type Answer, type Handle, json } from '../http/answer.ts';
import { type LabMention, mentionsBetween, waves } from './history.ts';

export interface FeedState {
  wave: keyof typeof waves | 'none';
  newest: 'now' | 'stale';
  /** How far the feed reaches back. */
  reach: 'weeks' | 'hours';
  shape: 'right' | 'undated';
}

export const healthyFeed: Readonly<FeedState> = { wave: 'none', newest: 'now', reach: 'weeks', shape: 'right' };

const day = 86_400;
const staleSeconds = 4 * day;

export function feeds(state: FeedState): Handle {
  return ({ path }) => {
    const entries = entriesNow(state);
    switch (path) {
      case '/reviews.atom':
        return xml('application/atom+xml', atom(entries, state));
      case '/forum.rss':
        return xml('application/rss+xml', rss(entries, state));
      case '/reviews.json':
        return json(
          {
            version: 'https://jsonfeed.org/version/1.1',
            title: 'Reviews',
            items: entries.map(({ id, at, title, body }) => ({
              id: String(id),
              title,
              content_text: body,
              ...(state.shape === 'right' ? { date_published: iso(at) } : {}),
            })),
          },
          200,
          { 'content-type': 'application/feed+json' },
        );
      default:
        return json({ error: { code: 'not_found', message: 'There is no such feed.' } }, 404);
    }
  };
}

/** The newest first, as feeds are. */
function entriesNow({ wave, newest, reach }: FeedState): LabMention[] {
  const now = Date.now() / 1000;
  const to = newest === 'stale' ? now - staleSeconds : now;
  const from = now - (reach === 'weeks' ? 29 * day : 5 * 3600);
  return mentionsBetween(
    from,
    to,
    { slot: 1800, perSlot: 1 },
    wave === 'none' ? null : { ...waves[wave], times: 12 },
    now,
  ).reverse();
}

const iso = (at: number): string => new Date(at * 1000).toISOString();

const xml = (type: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});

function atom(entries: readonly LabMention[], { shape }: FeedState): string {
  const each = entries.map(
    ({ id, at, title, body }) =>
      `<entry><id>urn:lab:review:${id}</id>${shape === 'right' ? `<updated>${iso(at)}</updated>` : ''}<title>${title}</title><content type="text">${body}</content><author><name>a user</name></author></entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:lab:reviews</id><title>Reviews</title><updated>${iso(entries[0]?.at ?? 0)}</updated>${each.join('\n')}</feed>`;
}

function rss(entries: readonly LabMention[], { shape }: FeedState): string {
  const each = entries.map(
    ({ id, at, title, body }) =>
      `<item><guid isPermaLink="false">post-${id}</guid>${shape === 'right' ? `<pubDate>${new Date(at * 1000).toUTCString()}</pubDate>` : ''}<title>${title}</title><description><![CDATA[<p>${body}</p>]]></description></item>`,
  );
  return `<rss version="2.0"><channel><title>Forum</title><link>https://forum.example.com</link><description>Posts</description>${each.join('\n')}</channel></rss>`;
}
