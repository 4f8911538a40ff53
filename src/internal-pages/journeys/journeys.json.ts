import triage from 'virtual:runlight/triage';
import type { APIRoute } from 'astro';
import type { JourneysData } from '../../schemas/journeys-data.ts';

export const prerender = true;

/** What a browser needs to say where the fault of a journey lies. */
export const GET: APIRoute = () =>
  Response.json({ journeys: triage.journeys, blocks: triage.journeyBlocks } satisfies JourneysData);
