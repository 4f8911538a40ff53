import type { ContentEntryType } from 'astro';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { pageIdOf } from '../markdown/page-id.ts';
import type { ContentSource } from './virtual-site.ts';

/**
 * Loads pages from both of the tree's folders, under our own ids. A page that cannot be read becomes
 * an empty one: the scanner has said what is wrong with it and where, and stops the build; Astro's own
 * error would come first, name one page only, and say less.
 */
export function pagesLoader({ base, patterns, isOnDemand }: ContentSource): Loader {
  const pages = glob({
    base,
    pattern: patterns,
    generateId: ({ entry }) => pageIdOf(entry),
    // Nobody reads the Markdown there; with every page's, the store takes seconds to write and to load.
    retainBody: false,
    deferRender: isOnDemand,
  });
  return {
    name: 'runlight-pages',
    load: (context: LoaderContext & { entryTypes?: ReadonlyMap<string, ContentEntryType> }) =>
      pages.load({
        ...context,
        // Astro gives loaders the readers of each file type; its types do not say so.
        ...(context.entryTypes
          ? { entryTypes: new Map([...context.entryTypes].map(([extension, type]) => [extension, tolerant(type)])) }
          : {}),
        parseData: (entry) =>
          context
            .parseData(entry)
            .catch(() =>
              context.parseData({ ...entry, data: { title: entry.id } as typeof entry.data & { title: string } }),
            ),
      }),
  };
}

function tolerant(type: ContentEntryType): ContentEntryType {
  return {
    ...type,
    async getEntryInfo(file) {
      try {
        return await type.getEntryInfo(file);
      } catch {
        return { data: {}, rawData: '', body: '', slug: '' };
      }
    },
  };
}
