import { CheckFailure, ConfigProblem, type Http, type HttpAnswer, saysLimit, statusFailure } from 'runlight/check';
import { z } from 'zod';

/** An answer of a help desk, parsed once: it may be long. */
export interface HelpDeskAnswer {
  json(): unknown;
  durationMs: number;
}

/** One request to a help desk; what tickets say is not kept as evidence. Refusals of either help desk are read. */
export async function askHelpDesk(http: Http, path: string): Promise<HelpDeskAnswer> {
  const answer = await http(path, { anyStatus: true, confidential: true });
  const isWell = answer.status >= 200 && answer.status <= 299;
  const body = isWell ? answer.json() : jsonOrNull(answer);
  const said = wordsOf(body);
  if (isWell && said === null) return { json: () => body, durationMs: answer.durationMs };
  const words = said ?? '';
  if (saysLimit(words))
    throw new CheckFailure('rate-limited', `\`${http.target}\` answered ${answer.status}: ${words}`);
  if (isWell)
    throw new CheckFailure('protocol', `\`${http.target}\` answered ${answer.status} with an error: ${words}`);
  if ((answer.status === 400 || answer.status === 422) && said !== null)
    throw new ConfigProblem(`\`${http.target}\` cannot search like this: ${words}`);
  throw statusFailure(http, answer, words);
}

/** Zendesk: `{ error, description }`. Freshdesk: `{ description, errors }`, or `{ code, message }`. */
const errorSchema = z.union([
  z.looseObject({ error: z.string(), description: z.string().nullish() }),
  z.looseObject({
    description: z.string(),
    errors: z.array(z.looseObject({ field: z.string().nullish(), message: z.string() })),
  }),
  z.looseObject({ code: z.string(), message: z.string() }),
]);

function jsonOrNull(answer: HttpAnswer): unknown {
  try {
    return answer.json();
  } catch {
    return null;
  }
}

function wordsOf(body: unknown): string | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return null;
  const { error, code, message, description, errors } = parsed.data as Record<string, unknown>;
  const first = Array.isArray(errors) ? (errors[0] as { field?: string; message: string }) : null;
  const parts = [error, code, message, description, first && `${first.field ?? ''} ${first.message}`.trim()];
  return `${parts
    .filter((part) => typeof part === 'string' && part !== '')
    .join(': ')
    .replace(/\s+/g, ' ')
    .slice(0, 200)}.`.replace(/\.+$/, '.');
}
