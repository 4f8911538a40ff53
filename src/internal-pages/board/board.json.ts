import site from 'virtual:runlight/site';
import type { APIRoute } from 'astro';
import { boardData } from '../../integration/board-data.ts';

export const prerender = true;

/** Every block with what its page says of it: the desk and the board ask for it, so that their HTML need not grow with the tree. */
export const GET: APIRoute = () => Response.json(boardData(site));
