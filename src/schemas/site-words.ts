import type { Prover } from './proof.ts';
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

/** What a page says where a server runs its blocks. What stands in braces is filled in there. */
export interface RunWords {
  run: string;
  /** `{count}`. */
  runAll: string;
  /** `{done}` and `{count}`. */
  progress: string;
  waiting: string;
  running: string;
  /** `{seconds}`. */
  runningFor: string;
  /** Where there is a server, and it does not answer. */
  lost: string;
  /** In place of `lost`, where a proxy asks for a sign-in. */
  signedOut: string;
  /** In the place of `ResultWords.age` and `was`, with `{environment}` and `{by}`. */
  age: string;
  was: string;
  by: Record<Prover, string>;
  /** `{reason}`. */
  skipped: string;
  problem: string;
  needsInput: string;
  interrupted: string;
  runLost: string;
  /** `{count}`. */
  evidence: string;
  /** A link to the target's dashboard, at the time of the result. */
  dashboard: string;
  loading: string;
  truncated: string;
  copy: string;
  copied: string;
  selected: string;
  /** `{expected}`. */
  expected: string;
  /** The choice that leaves it to the page's example. */
  example: string;
  usesExample: string;
  optional: string;
  choose: string;
  missing: string;
  misfit: string;
  secret: string;
  own: string;
  ownNote: string;
  ownAge: string;
  back: string;
}
