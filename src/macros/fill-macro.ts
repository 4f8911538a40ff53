import type { Macro } from '../schemas/macro.ts';
import { type FittedValues, fitValues } from './fit-values.ts';
import { splitMacro } from './split-macro.ts';

/** A macro with its values. */
export interface FilledMacro extends Omit<FittedValues, 'fitting'> {
  /** What has no fitting value keeps its `{{name}}`. */
  text: string;
}

/**
 * Fills a macro. Values are other people's text: one line each, checked against their placeholder's kind,
 * and never filled again, so that braces inside a value stay braces. What comes out is still to be redacted
 * before it is copied.
 */
export function fillMacro(macro: Macro, values: Readonly<Record<string, string>>): FilledMacro {
  const { fitting, missing, misfits } = fitValues(macro, values);
  const text = splitMacro(macro.body, fitting)
    .map((part) => part.text)
    .join('');
  return { text, missing, misfits };
}
