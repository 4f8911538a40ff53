import type { APIRoute } from 'astro';
import { reportJsonSchema } from '../../reporters/json-schema.ts';

export const prerender = true;

/** The schema that `report.json` follows. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(reportJsonSchema(), null, 2), { headers: { 'content-type': 'application/schema+json' } });
