import { z } from 'zod';
import { textsSchema } from './texts.ts';

/** How a step of a picture looks: a shape each, so that no colour is needed. `plain` is the usual way on. */
export const tones = ['plain', 'good', 'waits', 'bad'] as const;
export type Tone = (typeof tones)[number];

/** Another way out of a step: what may happen, or what a person may do, in place of going on. */
export const exitSchema = z.strictObject({
  name: textsSchema,
  note: textsSchema.optional(),
  tone: z.enum(tones).default('plain'),
});

/** One box on the way. */
export const stepSchema = z.strictObject({
  name: textsSchema,
  /** A short word above the name: a number, a hash, a place in a queue. */
  tag: textsSchema.optional(),
  note: textsSchema.optional(),
  /** Who can help when it goes no further here. */
  helps: textsSchema.optional(),
  /** Where it happens; steps that follow each other in one place share its name, and stand behind one bar. */
  where: textsSchema.optional(),
  tone: z.enum(tones).default('plain'),
  exits: z.array(exitSchema).default([]),
});

/** `src/content/pictures/<name>.yaml`: a way from its first step to its last, drawn where a page says `::picture`. */
export const pictureSchema = z.strictObject({
  title: textsSchema,
  /** What one sees, in a sentence or two, for those who do not see it. */
  says: textsSchema,
  steps: z.array(stepSchema).min(2),
});
export type Picture = z.infer<typeof pictureSchema>;
export type PictureStep = Picture['steps'][number];
