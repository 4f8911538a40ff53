import { z } from 'zod';
import { severities } from './frontmatter.ts';
import { publicTextSchema } from './public-text.ts';

/** How far an incident is; it may go back, as when something was not the cause after all. */
export const incidentPhases = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentPhase = (typeof incidentPhases)[number];

const sentence = z.string().trim().min(1);
const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'Expected lower-case letters, digits and hyphens, such as `bnb-smart-chain`.');

/** A moment in UTC, to the minute or the second. YAML leaves it a text. */
const momentSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/, {
    error: 'Expected a time in UTC, such as `2026-11-03T14:05Z`.',
    abort: true,
  })
  // `Date.parse` takes the 30th of February for the 2nd of March.
  .refine((text) => isMoment(text), 'There is no such day or hour.');

function isMoment(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, -1));
}

export const incidentStepSchema = z.strictObject({
  phase: z.enum(incidentPhases),
  at: momentSchema.describe('When it began, in UTC: `2026-11-03T14:05Z`.'),
  text: publicTextSchema.optional().describe('What users are told at this moment, by language.'),
});

export const followUpSchema = z.strictObject({
  what: sentence,
  owner: z.string().describe('A team of `runlight.config.ts`.'),
  due: z.iso.date().describe('By which day, `YYYY-MM-DD`.'),
  done: z.iso.date().optional().describe('The day when it was done, `YYYY-MM-DD`.'),
});

export const reviewSchema = z.strictObject({
  owner: z.string().describe('A team of `runlight.config.ts`.'),
  due: z.iso.date().describe('The last day for its meeting, `YYYY-MM-DD`.'),
  done: z.iso.date().optional().describe('The day when it became final, `YYYY-MM-DD`.'),
});

/** Front matter of `src/content/incidents/<date>-<slug>.md`. */
export const incidentFrontmatterSchema = z.strictObject({
  title: sentence.describe('For the team, in English.'),
  severity: z.enum(severities),
  public: z.boolean().default(false).describe('Whether users are told. Then its id and its public texts are, too.'),
  headline: publicTextSchema.optional().describe('What users notice, in a few words, by language: the banner.'),
  status: z.array(incidentStepSchema).min(1).describe('Its phases, the first first. The last one holds.'),
  journeys: z.array(z.string()).default([]).describe('Files of `src/content/journeys/` that it touches.'),
  providers: z.array(z.string()).default([]).describe('Files of `src/content/providers/` that it is about.'),
  chains: z.array(idSchema).default([]).describe('Networks that it touches: `bnb-smart-chain`.'),
  workaround: publicTextSchema.optional().describe('What users can do meanwhile, by language.'),
  followUps: z.array(followUpSchema).default([]),
  review: reviewSchema.optional().describe('Of the post-incident review. Its text is a file of `reviews/`.'),
});
export type IncidentFrontmatter = z.infer<typeof incidentFrontmatterSchema>;

/** Something that went wrong for users, from the first word to the last follow-up. */
export interface Incident extends IncidentFrontmatter {
  /** Its file's name without the ending: `2026-11-03-swaps-bnb-smart-chain`. Public where it is. */
  id: string;
  /** Path from the root, `/`-separated. */
  path: string;
  /** Markdown: the team's own timeline and notes. Never public. */
  body: string;
}

/** Incidents by id, the newest first. */
export type Incidents = ReadonlyMap<string, Incident>;

/** The phase that holds now. */
export function phaseOf({ status }: Pick<Incident, 'status'>): IncidentPhase {
  return status.at(-1)?.phase ?? 'investigating';
}

/** Whether it is not resolved. */
export const isOpen = (incident: Pick<Incident, 'status'>): boolean => phaseOf(incident) !== 'resolved';
