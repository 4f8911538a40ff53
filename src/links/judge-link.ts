import type { LycheeLink } from './run-lychee.ts';

/** `dead`: the page is gone. `refused`: the host is there, but did not let us look. `unreached`: no answer came. */
export type LinkFate = 'broken' | 'dead' | 'refused' | 'unreached';

/** What became of a link that lychee did not like. */
export function judgeLink({ url, status }: Pick<LycheeLink, 'url' | 'status'>): LinkFate {
  if (url.startsWith('file:')) return 'broken';
  if (status === null) return 'unreached';
  if (status === 404 || status === 410) return 'dead';
  // Robots are often met with 401, 403, 405, 429, 999 or a 5xx where a reader's browser is let in.
  return 'refused';
}
