import { type Diagnostic, formatDiagnostic } from '../../src/schemas/diagnostic.ts';

/** Says what keeps the pages from being run; exit code 2. */
export function printMistakes(errors: readonly Diagnostic[]): number {
  process.stderr.write(
    `${errors.map(formatDiagnostic).join('\n')}\nNothing was run: these mistakes must be corrected first.\n`,
  );
  return 2;
}
