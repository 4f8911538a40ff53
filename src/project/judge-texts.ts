import type { Texts } from '../schemas/texts.ts';
import { suggest } from '../text/nearest.ts';
import type { YamlFile } from './read-yaml.ts';
import type { Report } from './yaml-mistakes.ts';

/** Holds a text against the site's languages: each has it, and there is no other. */
export function judgeTexts(
  texts: Texts | undefined,
  path: readonly PropertyKey[],
  locales: readonly string[],
  yaml: YamlFile,
  report: Report,
): void {
  if (texts === undefined) return;
  for (const locale of Object.keys(texts))
    if (!locales.includes(locale))
      report(
        yaml.positionOf(...path, locale),
        `\`${locale}\` is not a language of \`runlight.config.ts\`.${suggest(locale, locales)}`,
      );
  const missing = locales.filter((locale) => texts[locale] === undefined);
  if (missing.length > 0)
    report(
      yaml.positionOf(...path),
      `\`${path.map(String).join('.')}\` is missing in ${missing.map((locale) => `\`${locale}\``).join(', ')}.`,
      'missing-translation',
    );
}
