import type { Macro } from './macro.ts';

/** What a page hands to the script that fills a macro. */
export interface MacroPanelData {
  /** By locale, in the order in which languages are offered. */
  macros: Readonly<Record<string, Macro>>;
  /** By locale: the language's own name, and its BCP 47 tag. */
  languages: Readonly<Record<string, { label: string; lang: string }>>;
  /** By locale, then by placeholder: values that depend on the user's language, such as `{{article}}`. */
  known: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What is said where somebody types a recovery phrase or a private key. */
  secret: string;
}
