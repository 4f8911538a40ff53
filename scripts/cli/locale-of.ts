import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/** The tree's locale that somebody means: `pt-BR`, `pt_br` and `PT` are `pt-br`. */
export function localeOf(given: string, known: readonly string[]): string {
  const wanted = given.toLowerCase().replace('_', '-');
  const found =
    known.find((locale) => locale.toLowerCase() === wanted) ??
    known.find((locale) => languageOf(locale) === wanted) ??
    known.find((locale) => locale === languageOf(wanted));
  if (found === undefined) throw new UsageError(`There is no language \`${given}\` here.${suggest(given, known)}`);
  return found;
}

const languageOf = (locale: string): string => locale.toLowerCase().split('-')[0] ?? locale;
