import type { TicketLanguage } from './ticket-language.ts';

export const languageNames: Readonly<Record<TicketLanguage, string>> = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  other: 'other',
};

/** `0.4567` → `46%`; a share that is some and would show as none is `<1%`. */
export const percent = (share: number): string => {
  const value = Math.round(share * 100);
  return value === 0 && share > 0 ? '<1%' : `${value}%`;
};

/** `1 ticket`, `1,200 tickets`. */
export const plural = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
