const docsFolder = 'src/content/docs/';

/** `src/content/docs/es/help/x.md` → `es/help/x`; an `index` file takes its folder's name, the home page is `index`. */
export function pageIdOf(path: string): string {
  const bare = path.replace(/\.mdx?$/, '');
  const id = bare.startsWith(docsFolder) ? bare.slice(docsFolder.length) : bare;
  return id === 'index' ? id : id.replace(/\/index$/, '');
}

/** A page's path on the site, with its slashes. */
export function pageUrl(id: string): string {
  return id === 'index' ? '/' : `/${id}/`;
}

/** The locale of a page and, for a translation, the id of the page it translates. Runbooks have no translations. */
export function localeOf(id: string, locales: readonly string[]): { locale: string; sourceId: string | null } {
  const [first = 'en', ...others] = locales;
  const slash = id.indexOf('/');
  const prefix = slash === -1 ? id : id.slice(0, slash);
  if (!others.includes(prefix)) return { locale: first, sourceId: null };
  return { locale: prefix, sourceId: slash === -1 ? 'index' : id.slice(slash + 1) };
}
