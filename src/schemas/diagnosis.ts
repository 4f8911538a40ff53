import { z } from 'zod';
import { layerSchema } from './layer.ts';
import { verdictSchema } from './verdict.ts';

/** How a part of a journey is, from the verdicts of its blocks. The order is from best to worst. */
export const partStates = ['healthy', 'unknown', 'degraded', 'failing'] as const;
export const partStateSchema = z.enum(partStates);
export type PartState = z.infer<typeof partStateSchema>;

/** What a block said of a part. */
export const partEvidenceSchema = z.strictObject({
  block: z.string().describe('`<page id>#<id>`.'),
  title: z.string(),
  verdict: verdictSchema,
  message: z.string().nullable(),
  step: z.string().nullable().describe('What the page says to do first.'),
  provenAt: z.iso.datetime(),
});
export type PartEvidence = z.infer<typeof partEvidenceSchema>;

const partName = { part: z.string(), name: z.string(), layer: layerSchema };
const reason = z.string().describe('In one plain sentence.');

/** A part that is unwell while nothing below it explains that. */
export const faultSchema = z.strictObject({
  ...partName,
  state: z.enum(['degraded', 'failing']),
  reason,
  evidence: z.array(partEvidenceSchema).describe('The worst first.'),
  explains: z.array(z.string()).describe('Parts that are unwell because of it.'),
  notKnownBelow: z
    .array(z.string())
    .describe('Parts that it needs and that nothing is known of: the fault may be theirs.'),
});
export type Fault = z.infer<typeof faultSchema>;

/** A part that is unwell because of another. */
export const consequenceSchema = z.strictObject({
  ...partName,
  state: z.enum(['degraded', 'failing']),
  reason,
  of: z.array(z.string()).describe('The parts at fault.'),
});
export type Consequence = z.infer<typeof consequenceSchema>;

/** A part that nothing is known of. */
export const unknownPartSchema = z.strictObject({ ...partName, reason });
export type UnknownPart = z.infer<typeof unknownPartSchema>;

/** Where the fault of a journey lies. `not-enough-known` is an answer of its own. */
export const diagnosisSchema = z.strictObject({
  answer: z.enum(['fault', 'not-enough-known', 'well']),
  faults: z.array(faultSchema).describe('The likeliest first.'),
  consequences: z.array(consequenceSchema),
  unknown: z.array(unknownPartSchema),
  states: z.record(z.string(), partStateSchema).describe('By part.'),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
