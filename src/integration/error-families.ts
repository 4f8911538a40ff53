import { textIn } from '../schemas/texts.ts';
import type { ShownFamily } from './glossary-data.ts';

/** A family of errors as users of one language read it. */
export interface ErrorFamily extends Pick<ShownFamily, 'id' | 'entries'> {
  title: string;
}

/** What users read of errors, by family, in the order of the families' names in a language. */
export function errorFamilies(shown: readonly ShownFamily[], locale: string): ErrorFamily[] {
  return shown
    .map(({ id, title, entries }) => ({ id, title: textIn(title, locale), entries }))
    .sort((a, b) => a.title.localeCompare(b.title, locale));
}
