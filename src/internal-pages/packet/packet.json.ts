import site from 'virtual:runlight/site';
import triage from 'virtual:runlight/triage';
import type { APIRoute } from 'astro';
import { packetData } from '../../integration/packet-data.ts';

export const prerender = true;

/** What packets are made with in the browser. */
export const GET: APIRoute = () => Response.json(packetData(site, triage));
