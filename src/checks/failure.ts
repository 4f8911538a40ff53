import type { ReadingValue } from '../schemas/reading.ts';
import { type FailCode, reasonCodes, reasons } from '../schemas/reason.ts';
import { suggest } from '../text/nearest.ts';
import type { NotTaken } from './not-taken.ts';

type Taken = Record<string, ReadingValue | NotTaken | undefined>;

/** What a check returns when the target did something wrong that no reading can say. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly code: FailCode;
  /** Readings taken before the failure; they are shown, and do not change the verdict. */
  readonly readings: Readonly<Taken>;
  readonly hint: string;

  constructor(code: FailCode, message: string, options: { readings?: Taken; hint?: string } = {}) {
    super(message);
    // A check is TypeScript that nobody compiles before it runs: its code may be any text.
    if (reasons[code]?.verdict !== 'fail') {
      const known = reasonCodes.filter((each) => reasons[each].verdict === 'fail');
      throw new TypeError(
        `\`fail('${code}', …)\`: there is no such code for what a target did.${suggest(code, known)}`,
      );
    }
    this.code = code;
    this.readings = options.readings ?? {};
    this.hint = options.hint ?? reasons[code].hint;
  }
}

/** An input that a person gave is missing or does not fit: `skip: needs-input`. */
export class InputNeeded extends Error {
  override readonly name = 'InputNeeded';
}

/** The page or the targets file asks for something that cannot be: `error: config`. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
}
