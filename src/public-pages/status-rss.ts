import site from 'virtual:runlight/site';
import type { APIRoute } from 'astro';
import { statusFeed } from './feed.ts';
import { feedWords } from './feed-words.ts';

export const prerender = true;

export function getStaticPaths() {
  return site.locales.map((locale, index) => ({ params: { locale: index === 0 ? undefined : locale } }));
}

export const GET: APIRoute = ({ params, site: address, url }) => {
  const locale = params.locale ?? site.locales[0] ?? 'en';
  const { title, phases } = feedWords(locale);
  return new Response(statusFeed(locale, address ?? url, title, phases).rss2(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
