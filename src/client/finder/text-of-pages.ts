/** A page that has the words somewhere in its text. */
export interface PageHit {
  url: string;
  title: string;
  /** Escaped text with `<mark>` in it: see `excerptPieces`. */
  excerpt: string;
}

/** Looks for words in the text of all pages. Loads Pagefind when it is first asked; finds nothing where that is not there. */
export type FindInPages = (query: string, limit: number) => Promise<PageHit[]>;

interface Fragment {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results?: { url: string; title: string; excerpt: string }[];
}
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Fragment> }[] } | null>;
}

export function createFindInPages(base: string): FindInPages {
  let loading: Promise<Pagefind> | null = null;
  return async (query, limit) => {
    loading ??= load(base);
    const pagefind = await loading.catch(() => {
      loading = null;
      return null;
    });
    const found = await pagefind?.search(query).catch(() => null);
    const fragments = await Promise.all((found?.results ?? []).slice(0, limit).map((result) => result.data())).catch(
      () => [],
    );
    return fragments.map(({ url, excerpt, meta, sub_results: parts = [] }) => {
      const [part] = parts;
      const title = meta.title ?? url;
      // The first of its parts is its best; a page's beginning is one of them, named as the page is.
      return part && part.title !== title
        ? { url: part.url, title: `${title}: ${part.title}`, excerpt: part.excerpt }
        : { url, title, excerpt };
    });
  };
}

async function load(base: string): Promise<Pagefind> {
  // Made from the finished site, so no bundler knows it.
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 16 });
  return pagefind;
}
