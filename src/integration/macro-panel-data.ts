import type { MacroPanelData } from '../schemas/macro-panel.ts';
import type { SiteData } from './site-data.ts';
import type { TriageData } from './triage-data.ts';

/** What the panel of a macro needs; `null` where there is no such macro. */
export function macroPanelData(id: string, { macros, articles }: TriageData, site: SiteData): MacroPanelData | null {
  const its = Object.hasOwn(macros, id) ? macros[id] : undefined;
  const secret = site.words[site.locales[0] ?? '']?.results.run?.secret;
  if (!its || secret === undefined) return null;
  const locales = site.locales.filter((locale) => Object.hasOwn(its, locale));
  return {
    macros: Object.fromEntries(locales.flatMap((locale) => (its[locale] ? [[locale, its[locale]]] : []))),
    languages: site.languages,
    known: Object.fromEntries(
      locales.map((locale) => {
        const article = articles[id]?.[locale];
        return [locale, article === undefined ? {} : { article }];
      }),
    ),
    secret,
  };
}
