import type { z } from 'zod';
import { issueSentence } from '../text/issue-sentence.ts';
import { CheckFailure } from './failure.ts';
import type { HttpAnswer } from './http.ts';

/**
 * The answer's JSON, held against what the protocol says. Anything else is `protocol`, with the first
 * thing that is wrong: `what` completes "… is not what its protocol says".
 * Describe only what the check reads, with loose objects: providers add fields without notice.
 */
export function readJson<T extends z.ZodType>(answer: Pick<HttpAnswer, 'json'>, schema: T, what: string): z.output<T> {
  const parsed = schema.safeParse(answer.json());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CheckFailure(
    'protocol',
    `${what} is not what its protocol says.${issue ? ` ${issueSentence(issue)}` : ''}`,
  );
}
