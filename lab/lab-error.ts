import { closest } from 'fastest-levenshtein';

/** What went wrong, as a program tells it apart. */
export type LabErrorCode =
  | 'unknown-name'
  | 'not-running'
  | 'missing-tool'
  | 'start-failed'
  | 'interrupted'
  | 'stopped'
  | 'port-taken';

/** An error of the lab itself, never a fault that was injected. Its message says what to do. */
export class LabError extends Error {
  override readonly name = 'LabError';
  readonly code: LabErrorCode;

  constructor(code: LabErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The sentence about a name that does not exist: what was given, the nearest right one, where to look. */
export function unknownName(what: string, given: string, known: readonly string[]): LabError {
  const nearest = known.length > 0 ? ` Did you mean \`${closest(given, known)}\`?` : '';
  return new LabError(
    'unknown-name',
    `There is no ${what} \`${given}\` in the lab.${nearest} \`runlight lab list\` shows all of them.`,
  );
}
