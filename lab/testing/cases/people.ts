/** Who has access, and what people say. */
import { labToken } from '../../identity/people.ts';
import { labCredentials } from '../../mentions/help-desk.ts';
import { ask } from '../plain-client.ts';
import { type Look, type ServiceCases, service } from '../service-case.ts';

const token = { authorization: `Bearer ${labToken}` };
const zendesk = { authorization: labCredentials.zendesk };
const ofLists = [
  ...['leaver-active', 'joiner-missing', 'stranger', 'admin-unreviewed', 'idle-account', 'factor-off'],
  ...['list-stale', 'list-short', 'wrong-shape'],
];

/** Times change from one look to the next; how many days ago they are does not. */
const inDays = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, (time) => `${Math.round((Date.now() - Date.parse(time)) / 43_200_000)}`);

const isOld = (modified: string | undefined): boolean => Date.now() - Date.parse(modified ?? '') > 86_400_000;

export const peopleCases: ServiceCases = {
  identity: {
    knock: { path: '/Users', headers: token },
    own: [...ofLists, 'error-in-200', 'token-refused'],
    async look(world, name) {
      const pages = await Promise.all(
        [1, 6].map((start) => ask(`${service(world, name).url}/Users?startIndex=${start}`, { headers: token })),
      );
      return {
        outcome: pages.map(({ outcome }) => outcome),
        stale: isOld(pages[0]?.headers['last-modified']),
        bodies: pages.map(({ body }) => inDays(body)),
      };
    },
  },
  'access-export': {
    knock: { path: '/exports.json' },
    own: ofLists,
    async look(world, name) {
      const { outcome, headers, body } = await ask(`${service(world, name).url}/users.csv`);
      return { outcome, stale: isOld(headers['last-modified']), body: inDays(body) };
    },
  },
  'reviews-feed': {
    knock: { path: '/reviews.json' },
    own: ['review-storm', 'fake-named', 'stale', 'short', 'undated'],
    async look(world, name): Promise<Look> {
      const feeds = await Promise.all(
        ['/reviews.json', '/reviews.atom', '/forum.rss'].map((path) => ask(service(world, name).url + path)),
      );
      const { items } = JSON.parse(feeds[0]?.body ?? '') as { items: { date_published?: string; title: string }[] };
      const ages = items.map(({ date_published }) => (Date.now() - Date.parse(date_published ?? '')) / 3_600_000);
      return {
        lastHour: ages.filter((age) => age < 1).length > 6,
        fakes: items.some(({ title }) => title.includes('Fake')),
        fresh: ages.some((age) => age < 24),
        reachesBack: ages.some((age) => age > 24 * 28),
        dated: feeds.map(({ body }) => /date_published|<updated>\d[^<]*<\/updated><title>|<pubDate>/.test(body)),
      };
    },
  },
  helpdesk: {
    knock: { path: '/api/v2/search/count.json?query=type:ticket', headers: zendesk },
    own: ['ticket-surge', 'fake-wave', 'index-lagging', 'wrong-shape', 'error-in-200', 'key-refused'],
    async look(world, name) {
      const { url } = service(world, name);
      const since = new Date(Date.now() - 3_600_000).toISOString();
      const count = async (query: string): Promise<unknown> => {
        const path = `${url}/api/v2/search/count.json?query=${encodeURIComponent(query)}`;
        const { outcome, body } = await ask(path, { headers: zendesk });
        if (outcome !== 200) return outcome;
        const { count: found } = JSON.parse(body) as { count?: unknown };
        return typeof found === 'number' ? found > 20 : typeof found;
      };
      const day = new Date().toISOString().slice(0, 10);
      const freshdesk = await ask(
        `${url}/api/v2/search/tickets?query=${encodeURIComponent(`"created_at:>'${day}' AND created_at:<'${day}'"`)}`,
        { headers: { authorization: labCredentials.freshdesk } },
      );
      const list = `${url}/api/v2/search.json?query=${encodeURIComponent('type:ticket')}&per_page=1`;
      const { body } = await ask(list, { headers: zendesk });
      const newest = /"created_at":"([^"]+)"/.exec(body)?.[1];
      return {
        all: await count(`type:ticket created>=${since}`),
        fakes: await count(`type:ticket created>=${since} tags:impersonation`),
        fresh: Date.now() - Date.parse(newest ?? '') < 3_600_000,
        freshdesk: freshdesk.outcome,
      };
    },
  },
};
