/** What speaks for the article that was found. */
export interface Evidence {
  /** Of its matched words and phrases; 0 and up. */
  score: number;
  /** How far the next article is behind, as a share of the score. */
  gap: number;
  /** How much of one of its symptoms, titles or error texts was said. */
  phrase: number;
  /** The share of what the ticket says that stands in the article. */
  known: number;
  /** How many telling words matched. */
  terms: number;
}

/** Fitted by `node bench/tickets/fit-confidence.ts`; order as in `featuresOf`, the last is the constant. */
const weights: readonly number[] = [13.62, -1.55, 4.34, 3.62, 2.36, -11.16];

/** What is weighed: each about 0 to 1. */
export const featuresOf = ({ score, gap, phrase, known, terms }: Evidence): number[] => [
  score / (score + 10),
  gap,
  phrase / (phrase + 4),
  known,
  terms / (terms + 3),
  1,
];

/**
 * The chance that a ticket with this evidence is answered by its article, from 0 to 1: a logistic function,
 * fitted to made tickets in three languages, a third of which no article answers.
 */
export const confidenceOf = (evidence: Evidence): number => {
  const sum = featuresOf(evidence).reduce((all, value, nth) => all + value * (weights[nth] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/** From here on a ticket counts as answered by its article. */
export const defaultConfidence = 0.8;
