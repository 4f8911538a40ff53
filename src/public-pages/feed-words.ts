import site from 'virtual:runlight/site';

/** What feeds say around the incidents, in a language. */
export function feedWords(locale: string): { title: string; phases: Record<string, string> } {
  const words = (site.words[locale] ?? site.words[site.locales[0] ?? ''])?.statusFeed;
  return words ?? { title: '', phases: {} };
}
