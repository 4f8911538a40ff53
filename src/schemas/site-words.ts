import type { CardState } from './verdict.ts';

/** What a browser needs to say about results, in one language. `{age}` and `{word}` are filled in there. */
export interface ResultWords {
  states: Record<CardState, string>;
  age: string;
  was: string;
  page: string;
  /** For the public home page, by the worst verdict there is. */
  status: Record<'pass' | 'warn' | 'fail', string>;
  /** For running blocks from the page; `null` on the public site. */
  run: RunWords | null;
}

/** What a page says where a server runs its blocks. */
export interface RunWords {
  /** Where there is a server, and it does not answer. */
  lost: string;
}
