import type { z } from 'zod';
import type { Layer } from '../schemas/layer.ts';
import type { ReadingSpec, ReadingValue } from '../schemas/reading.ts';
import type { FailCode } from '../schemas/reason.ts';
import type { CheckFailure } from './failure.ts';
import type { Http } from './http.ts';
import type { NotTaken } from './not-taken.ts';

export type ParamShape = Record<string, z.ZodType>;
export type ParamValues<P extends ParamShape> = { [K in keyof P]: z.output<P[K]> };

/**
 * A value for each reading; a reading left out, `null` or `undefined` is `absent`. `notTaken(why)`
 * says that it could not be taken, through no fault of the target.
 */
export type Readings<R extends string = string> = Partial<Record<R, ReadingValue | NotTaken | undefined>>;

/** What a check's `run` is given. */
export interface CheckContext<P extends ParamShape = ParamShape, R extends string = string> {
  params: ParamValues<P>;
  /** A `fetch` that knows the check's target; see `Http`. */
  http: Http;
  /** zx, scoped to this check: own timeout, temporary folder and environment. */
  readonly $: typeof import('zx')['$'];
  /**
   * The text of a file of the tree, as a parameter of the kind `param.file()` names it. A file that is not
   * there, is larger than 1 MiB or leads out of the tree, and a path that no such parameter holds, is `config`.
   */
  file(path: string): Promise<string>;
  /** The names of the readings that the block's rows ask for. */
  wanted: ReadonlySet<string>;
  /** Values of the secrets that the check declares. */
  secrets: Readonly<Record<string, string>>;
  /** Keeps what the check saw, for people: a part of an answer, a command's output. */
  evidence(title: string, text: string): void;
  /** Ends the check: the target did something wrong that no reading can say. `return` or `throw` it. */
  fail(code: FailCode, message: string, options?: { readings?: Readings<R>; hint?: string }): CheckFailure;
  /** Aborted when the attempt's timeout ends or the run is interrupted. */
  signal: AbortSignal;
}

export interface CheckDefinition<P extends ParamShape = ParamShape, R extends string = string> {
  /** A sentence that is true when healthy. */
  summary: string;
  layer: Layer;
  params: P;
  readings: Record<R, ReadingSpec>;
  /** Rows may also name JSON pointers such as `/data/0/status`; `run` answers them by that name. */
  pointers?: boolean;
  /** Names of environment variables that the check reads. */
  secrets?: readonly string[];
  run(context: CheckContext<P, R>): Promise<Readings | CheckFailure>;
}

/** Types a check; it is validated once, when the registry loads it. */
export function defineCheck<P extends ParamShape, R extends string>(
  definition: CheckDefinition<P, R>,
): CheckDefinition<P, R> {
  return definition;
}
