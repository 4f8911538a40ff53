import indexes from 'virtual:runlight/search';
import type { APIRoute, GetStaticPaths } from 'astro';

export const prerender = true;

/** What the finder needs, in one language: loaded when somebody begins to search, and not before. */
export const getStaticPaths: GetStaticPaths = () => Object.keys(indexes).map((locale) => ({ params: { locale } }));

export const GET: APIRoute = ({ params }) => Response.json(indexes[params.locale ?? '']);
