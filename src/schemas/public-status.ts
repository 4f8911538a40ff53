import { z } from 'zod';
import { incidentPhases } from './incident.ts';
import { publicTextSchema } from './public-text.ts';
import { publicVerdicts } from './published.ts';

/** An incident as users may know it: an allow-list. */
const publicIncidentSchema = z.strictObject({
  id: z.string(),
  phase: z.enum(incidentPhases),
  /** What it does to its journeys now; `null` once it is resolved. */
  effect: z.enum(['down', 'slow']).nullable(),
  headline: publicTextSchema,
  workaround: publicTextSchema.nullable(),
  /** Public ones only. */
  journeys: z.array(z.string()),
  startedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  /** The first first. `text` is `null` where nothing was said to users. */
  updates: z.array(
    z.strictObject({ phase: z.enum(incidentPhases), at: z.iso.datetime(), text: publicTextSchema.nullable() }),
  ),
  /** What it did to its journeys, span by span; the last one ends when it was resolved, or is open. */
  spans: z.array(
    z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime().nullable(), effect: z.enum(['down', 'slow']) }),
  ),
});
export type PublicIncident = z.infer<typeof publicIncidentSchema>;

/** How a journey was when its checks last ran. */
const publicJourneySchema = z.strictObject({
  name: publicTextSchema,
  verdict: z.enum(publicVerdicts),
  /** The oldest proof that the verdict rests on; `null` where there is none. */
  provenAt: z.iso.datetime().nullable(),
  /** When that stops to hold; `null` where nothing does. */
  until: z.iso.datetime().nullable(),
});
export type PublicJourney = z.infer<typeof publicJourneySchema>;

/** `status.json` of both sites: what users may know of how things are. */
export const publicStatusSchema = z.strictObject({
  version: z.literal(1),
  publishedAt: z.iso.datetime(),
  /** Everything taken together, when this was written. */
  state: z.enum(publicVerdicts),
  /** By id. */
  journeys: z.record(z.string(), publicJourneySchema),
  /** The newest first. */
  incidents: z.array(publicIncidentSchema),
});
export type PublicStatus = z.infer<typeof publicStatusSchema>;
