import type { Macro } from '../schemas/macro.ts';
import { isPlaceholder, placeholderKinds, placeholders } from '../schemas/placeholder.ts';
import { visible } from '../text/visible.ts';
import { replacePlaceholders } from './placeholders-in.ts';

/** A macro with its values. */
export interface FilledMacro {
  /** What has no fitting value keeps its `{{name}}`. */
  text: string;
  /** Placeholders without a value. */
  missing: string[];
  /** Values that are not what their placeholder takes; they were not filled in. */
  misfits: { name: string; expected: string }[];
}

/**
 * Fills a macro. Values are other people's text: one line each, checked against their placeholder's kind,
 * and never filled again, so that braces inside a value stay braces. What comes out is still to be redacted
 * before it is copied.
 */
export function fillMacro(macro: Macro, values: Readonly<Record<string, string>>): FilledMacro {
  const missing: string[] = [];
  const misfits: FilledMacro['misfits'] = [];
  const fitting = new Map<string, string>();
  for (const name of macro.placeholders) {
    const value = Object.hasOwn(values, name) ? visible(values[name] ?? '').trim() : '';
    if (value === '') missing.push(name);
    else if (!isPlaceholder(name)) misfits.push({ name, expected: 'nothing: there is no such placeholder' });
    else {
      const { expected, schema } = placeholderKinds[placeholders[name].kind];
      if (!/[\n\t]/.test(value) && schema.safeParse(value).success) fitting.set(name, value);
      else misfits.push({ name, expected });
    }
  }
  return { text: replacePlaceholders(macro.body, (name) => fitting.get(name) ?? null), missing, misfits };
}
