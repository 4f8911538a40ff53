import site from 'virtual:runlight/site';
import { Feed } from 'feed';
import { inLocale } from '../incidents/known-issue.ts';
import { localUrl } from '../integration/page-paths.ts';
import { feedEntries } from './feed-entries.ts';
import { feedTexts } from './feed-texts.ts';

/** A language's feeds: each public word about an incident is an entry of its own, the newest first. */
export function statusFeed(locale: string, address: URL): Feed {
  const words = site.words[locale] ?? site.words[site.locales[0] ?? ''];
  const { title, phases } = words?.statusFeed ?? { title: '', phases: {} as Readonly<Record<string, string>> };
  const page = new URL(localUrl('status', locale, site, import.meta.env.BASE_URL), address).href;
  const entries = feedEntries(site.status.incidents);
  const feed = new Feed({
    id: page,
    title,
    description: title,
    author: { name: title },
    link: page,
    language: site.languages[locale]?.lang ?? locale,
    copyright: '',
    updated: new Date(entries[0]?.at ?? 0),
    generator: 'Runlight',
    feedLinks: { rss: `${page}rss.xml`, atom: `${page}atom.xml` },
  });
  for (const { id, incident, phase, at, text } of entries.slice(0, 50)) {
    feed.addItem({
      id: `${page}#${id}`,
      ...feedTexts(`${phases[phase]}: ${inLocale(incident.headline, locale)}`, inLocale(text, locale)),
      link: `${page}#${incident.id}`,
      date: new Date(at),
    });
  }
  return feed;
}
