import site from 'virtual:runlight/site';
import type { APIRoute, GetStaticPaths } from 'astro';

export const prerender = true;

export const getStaticPaths: GetStaticPaths = () => site.locales.map((locale) => ({ params: { locale } }));

/** What the search box says in one language: asked for when somebody opens it. */
export const GET: APIRoute = ({ params }) => {
  const words = site.words[params.locale ?? '']?.finder;
  return words ? Response.json(words) : new Response(null, { status: 404 });
};
