import { escapeXml } from '../text/escape-xml.ts';

export interface FeedArticle {
  title: string;
  description: string | null;
  url: string;
  /** ISO 8601. */
  changed: string;
}

export interface ArticleFeed {
  title: string;
  description: string;
  /** BCP 47. */
  lang: string;
  /** The page that the feed belongs to. */
  home: string;
  /** The feed's own address. */
  url: string;
  articles: readonly FeedArticle[];
}

/** So many articles a feed has at most. */
const most = 50;

/**
 * New and changed articles as RSS 2.0, the newest first. An article that changes is a new entry: its `guid` has the day.
 *
 * @see https://www.rssboard.org/rss-specification
 */
export function articleFeed({ title, description, lang, home, url, articles }: ArticleFeed): string {
  const newest = [...articles]
    .sort((a, b) => b.changed.localeCompare(a.changed) || a.url.localeCompare(b.url))
    .slice(0, most);
  const tag = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
  const items = newest.map((article) =>
    [
      '<item>',
      tag('title', article.title),
      tag('link', article.url),
      ...(article.description ? [tag('description', article.description)] : []),
      tag('pubDate', rfc822(article.changed)),
      `<guid isPermaLink="false">${escapeXml(`${article.url}#${article.changed.slice(0, 10)}`)}</guid>`,
      '</item>',
    ].join(''),
  );
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    tag('title', title),
    tag('link', home),
    tag('description', description),
    tag('language', lang.toLowerCase()),
    ...(newest[0] ? [tag('lastBuildDate', rfc822(newest[0].changed))] : []),
    `<atom:link href="${escapeXml(url)}" rel="self" type="application/rss+xml"/>`,
    ...items,
    '</channel></rss>',
  ].join('\n')}\n`;
}

/** `Thu, 26 Nov 2026 01:02:03 GMT` */
const rfc822 = (iso: string): string => new Date(iso).toUTCString();
