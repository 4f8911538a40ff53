import type { HttpAnswer } from 'runlight/check';

/** An answer's media type without parameters, in lower case; `none` where it has none. */
export function mediaType({ headers }: Pick<HttpAnswer, 'headers'>): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() || 'none';
}
