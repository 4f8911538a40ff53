import { fillMacro } from '../macros/fill-macro.ts';
import { placeholdersIn } from '../macros/placeholders-in.ts';
import type { Macro } from '../schemas/macro.ts';

/**
 * A macro, as it stands on a page and not in a letter: without its greeting, and without the sentences whose
 * placeholders have no value. `misfits` are values that are not of their placeholder's kind.
 */
export function forStatusPage(
  macro: Macro,
  values: Readonly<Record<string, string>>,
): { text: string; misfits: ReturnType<typeof fillMacro>['misfits'] } {
  const paragraphs = macro.body.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const [first = '', ...rest] = paragraphs;
  const isGreeting = first.length < 40 && /[,:!]$/.test(first) && placeholdersIn(first).length === 0;
  const kept = (isGreeting ? rest : paragraphs)
    .map((paragraph) =>
      sentencesOf(paragraph)
        .filter((sentence) => placeholdersIn(sentence).every(({ name }) => Object.hasOwn(values, name)))
        .join(' '),
    )
    .filter((paragraph) => paragraph !== '');
  const { text, misfits } = fillMacro({ ...macro, body: kept.join('\n\n') }, values);
  return { text, misfits };
}

const sentencesOf = (paragraph: string): string[] => paragraph.split(/(?<=[.!?])\s+/);
