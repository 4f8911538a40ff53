import site from 'virtual:runlight/site';
import type { APIRoute } from 'astro';

export const prerender = true;

/** Titles of the pages with check blocks, by page id: the desk asks for them when it has some to name. */
export const GET: APIRoute = () => {
  const titles = Object.entries(site.pages)
    .filter(([, { sourceId, hasBlocks }]) => sourceId === null && hasBlocks)
    .map(([id, { title }]) => [id, title]);
  return Response.json(Object.fromEntries(titles));
};
