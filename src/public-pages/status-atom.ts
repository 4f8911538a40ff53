import site from 'virtual:runlight/site';
import type { APIRoute } from 'astro';
import { statusFeed } from './feed.ts';
import { localePaths } from './locale-paths.ts';

export const prerender = true;
export const getStaticPaths = localePaths;

export const GET: APIRoute = ({ params, site: address, url }) =>
  new Response(statusFeed(params.locale ?? site.locales[0] ?? 'en', address ?? url).atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
