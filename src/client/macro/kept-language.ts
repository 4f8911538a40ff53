const key = 'runlight-macro-language';

/** The language that was chosen last on this device, a locale of the configuration; `null` where none was, or nothing is kept. */
export function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers the language on this device, where it lets us. */
export function keepLanguage(locale: string): void {
  try {
    localStorage.setItem(key, locale);
  } catch {
    // Chosen again next time.
  }
}
