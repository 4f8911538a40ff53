import site from 'virtual:runlight/site';
import triage from 'virtual:runlight/triage';
import type { APIRoute } from 'astro';
import { walkData } from './walk-data.ts';

export const prerender = true;

export function getStaticPaths() {
  return Object.keys(triage.trees).map((id) => ({ params: { id } }));
}

/** What the walk of this tree needs, beside its page. */
export const GET: APIRoute = ({ params: { id = '' } }) =>
  Response.json(walkData(id, triage, site, import.meta.env.BASE_URL));
