import { z } from 'zod';

/** One text in each language, by locale (a key of the configuration's `locales`). */
export const textsSchema = z.record(
  z.string(),
  z.string().min(1),
  'Expected the text in each language: `{ en: …, es: … }`.',
);
export type Texts = z.infer<typeof textsSchema>;

/** The text in a language; the first language's where there is none. */
export function textIn(texts: Texts, locale: string): string {
  return texts[locale] ?? Object.values(texts)[0] ?? '';
}
