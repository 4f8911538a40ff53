import type { CardState } from './verdict.ts';

/** What a browser needs to say about results, in one language. `{age}` and `{word}` are filled in there. */
export interface ResultWords {
  states: Record<CardState, string>;
  age: string;
  was: string;
  page: string;
  /** For the public home page, by the worst verdict there is. */
  status: Record<'pass' | 'warn' | 'fail', string>;
}
