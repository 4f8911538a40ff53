/** What the page says to its search box, in the attribute `data-settings`. */
export interface BoxSettings {
  /** The path that the site is served under; ends in a slash. */
  base: string;
  /** The page's language. */
  locale: string;
  /** By locale; one can be chosen where there are more than one. */
  languages: Readonly<Record<string, { label: string; lang: string }>>;
  /** The page that lists all articles, and the one that lists the trees. */
  list: string;
  trees: string;
  /** What is said when nothing else can be loaded. */
  lost: string;
}
