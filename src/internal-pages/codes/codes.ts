import { type DiagnosticCode, diagnosticCodes } from '../../schemas/diagnostic.ts';
import { reasons } from '../../schemas/reason.ts';
import { verdictMarks } from '../../schemas/verdict.ts';

/** A code that Runlight prints, as its page says it. Texts hold Markdown's backticks and bold. */
export interface CodePage {
  code: string;
  title: string;
  /** Where one meets it. */
  kind: string;
  meaning: string | null;
  help: string;
  /** Whether the pages about checks say what would have been right. */
  isAboutChecks: boolean;
}

const aboutChecks: readonly DiagnosticCode[] = [
  'missing-check',
  'unknown-check',
  'unknown-attribute',
  'unknown-parameter',
  'missing-parameter',
  'invalid-parameter',
  'unknown-reading',
  'wrong-unit',
];

/** Reasons: why a verdict is not `pass`. */
export const reasonPages: CodePage[] = Object.entries(reasons).map(([code, { title, verdict, meaning, hint }]) => ({
  code,
  title,
  kind: `${verdictMarks[verdict].shape} ${verdictMarks[verdict].word}: a reason of the verdict \`${verdict}\`.`,
  meaning,
  help: hint,
  isAboutChecks: false,
}));

/** Diagnostics: what is wrong in a file of the tree. */
export const diagnosticPages: CodePage[] = Object.entries(diagnosticCodes).map(([code, { title, severity, help }]) => ({
  code,
  title,
  kind:
    severity === 'error'
      ? 'A mistake in a file: it stops the build and `npx runlight lint`.'
      : 'A warning about a file: it stops `npx runlight lint --strict` only.',
  meaning: null,
  help,
  isAboutChecks: (aboutChecks as readonly string[]).includes(code),
}));
