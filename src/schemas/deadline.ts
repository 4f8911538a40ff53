import { z } from 'zod';
import { parseDuration, writeDuration } from './duration.ts';

/** Times that are not counted on a clock. */
export const looseDeadlines = ['next shift', 'when planned'] as const;

/** By when somebody must have answered: `5 min`, `1 h`, `next shift`, `when planned`. `ms` is `null` where no clock runs. */
export type Deadline = { text: string; ms: number | null };

/** A deadline as a file says it. */
export const deadlineSchema = z.string().transform((text, context): Deadline => {
  const words = looseDeadlines.find((each) => each === text.trim());
  if (words) return { text: words, ms: null };
  const ms = parseDuration(text);
  if (ms !== null && ms > 0) return { text: writeDuration(ms), ms };
  context.addIssue({
    code: 'custom',
    message: `\`${text}\` is no time to answer within; write a duration such as \`15 min\`, or \`next shift\` or \`when planned\``,
  });
  return z.NEVER;
});

/** Whether `a` lets people wait longer than `b` does. */
export function isLater(a: Deadline, b: Deadline): boolean {
  const rank = ({ text, ms }: Deadline): number =>
    ms ?? (text === 'next shift' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER);
  return rank(a) > rank(b);
}
