import type { DiagnosticCode } from '../schemas/diagnostic.ts';

/** A mistake in a tree, at a key of its file. */
export interface TreeFinding {
  tree: string;
  /** The key, from the top of the file: `['nodes', 'head', 'choices', 'late', 'to']`. */
  at: readonly string[];
  code: DiagnosticCode;
  message: string;
}
