import type { APIRoute } from 'astro';
import { notLive } from '../../schemas/api.ts';

export const prerender = true;

/** What a host of files answers where a server tells of its blocks: that there is none. */
export const GET: APIRoute = () => Response.json(notLive);
