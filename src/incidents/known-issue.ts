import type { PublicStatus } from '../schemas/public-status.ts';
import type { PublicText } from '../schemas/public-text.ts';

/** An open incident as a banner says it, in one language. */
export interface KnownIssue {
  id: string;
  effect: 'down' | 'slow';
  headline: string;
  workaround: string | null;
  /** ISO 8601. */
  startedAt: string;
}

/** The open public incidents that touch some journeys, or all of them; in the first language where a text is missing. */
export function knownIssues(
  incidents: PublicStatus['incidents'],
  journeys: readonly string[] | null,
  locale: string,
): KnownIssue[] {
  return incidents.flatMap(({ id, effect, headline, workaround, startedAt, journeys: its }) =>
    effect !== null && (journeys === null || its.some((each) => journeys.includes(each)))
      ? [
          {
            id,
            effect,
            headline: inLocale(headline, locale),
            workaround: workaround ? inLocale(workaround, locale) : null,
            startedAt,
          },
        ]
      : [],
  );
}

/** A text in a language, or in the first that it has. */
export function inLocale(text: PublicText, locale: string): string {
  return text[locale] ?? Object.values(text)[0] ?? '';
}

/** A moment as pages write it: `2026-11-12 18:20 UTC`. */
export const momentText = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
