import type { Macro } from '../schemas/macro.ts';
import { isPlaceholder, placeholderKinds, placeholders } from '../schemas/placeholder.ts';
import { visible } from '../text/visible.ts';

/** What of a macro's values can be filled in. */
export interface FittedValues {
  /** By placeholder, as they are shown: trimmed, nothing hidden in them. */
  fitting: ReadonlyMap<string, string>;
  /** Placeholders without a value. */
  missing: string[];
  /** Values that are not what their placeholder takes. */
  misfits: { name: string; expected: string }[];
}

/** Holds each value against the kind of its placeholder. Values are other people's text: one line each. */
export function fitValues(macro: Macro, values: Readonly<Record<string, string>>): FittedValues {
  const fitting = new Map<string, string>();
  const missing: string[] = [];
  const misfits: FittedValues['misfits'] = [];
  for (const name of macro.placeholders) {
    const value = Object.hasOwn(values, name) ? visible(values[name] ?? '').trim() : '';
    if (value === '') missing.push(name);
    else if (!isPlaceholder(name)) misfits.push({ name, expected: 'nothing: there is no such placeholder' });
    else {
      const { expected, fits } = placeholderKinds[placeholders[name].kind];
      if (!/[\n\t]/.test(value) && fits(value)) fitting.set(name, value);
      else misfits.push({ name, expected });
    }
  }
  return { fitting, missing, misfits };
}
