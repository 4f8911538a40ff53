import type { Plugin } from 'vite';
import type { SearchIndex } from '../schemas/search.ts';
import type { ResultWords } from '../schemas/site-words.ts';
import type { Problems } from './dev-problems.ts';
import type { GlossaryData } from './glossary-data.ts';
import type { SiteData } from './site-data.ts';
import type { TriageData } from './triage-data.ts';

/** The site's data as the pages import it. */
export const siteModule = 'virtual:runlight/site';
/** What the team's pages know of trees, journeys, macros and providers; empty on the public site. */
export const triageModule = 'virtual:runlight/triage';
/** Errors and codes; on the public site only what is for users. */
export const glossaryModule = 'virtual:runlight/glossary';
/** Which files the content collection reads, and from where. */
export const contentModule = 'virtual:runlight/content';
/** By language: what the finder is shipped with. */
export const searchModule = 'virtual:runlight/search';
/** By language: what scripts say of results. A module, and not in each page, since it is the same for all. */
export const resultWordsModule = 'virtual:runlight/result-words';

/** What is wrong with which page, for `astro dev`. */
export const problemsModule = 'virtual:runlight/problems';

/** The script that a site's pages run; an alias of the audience's own. */
export const pageScript = 'virtual:runlight/page-script';

export interface ContentSource {
  /** Absolute; ends in a slash. */
  base: string;
  /** Glob patterns below it. */
  patterns: string[];
  /** Whether a page is rendered when somebody opens it, and not with all others: each change would wait for them. */
  isOnDemand: boolean;
}

/** What the integration knows of the tree at one time. */
export interface Read {
  site: SiteData;
  triage: TriageData;
  glossary: GlossaryData;
  content: ContentSource;
  problems: Problems;
  /** Made when it is asked for. */
  search: () => Promise<Readonly<Record<string, SearchIndex>>>;
}

/** Serves what the integration knows as modules. `current` is asked each time a module is loaded. */
export function virtualSite(current: () => Read): Plugin {
  const modules = new Map<string, () => unknown>([
    [siteModule, () => current().site],
    [triageModule, () => current().triage],
    [glossaryModule, () => current().glossary],
    [contentModule, () => current().content],
    [problemsModule, () => current().problems],
    [searchModule, () => current().search()],
    [resultWordsModule, () => resultWordsOf(current().site)],
  ]);
  return {
    name: 'runlight-site',
    resolveId: {
      filter: { id: /^virtual:runlight\// },
      handler: (id) => (modules.has(id) ? `\0${id}` : null),
    },
    load: {
      filter: { id: /^\0virtual:runlight\// },
      async handler(id) {
        const data = await modules.get(id.slice(1))?.();
        // A string that is parsed loads much faster than an object literal of this size.
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
      },
    },
  };
}

const resultWordsOf = ({ words }: SiteData): Record<string, ResultWords> =>
  Object.fromEntries(Object.entries(words).map(([locale, { results }]) => [locale, results]));

/**
 * Pages of a tree that stands elsewhere import the site's packages (MDX itself does) as if they stood
 * here.
 */
export function pagesOfOtherTrees(root: string, packageRoot: string): Plugin {
  return {
    name: 'runlight-other-trees',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^[@a-z][^:]*$/i },
      handler(source, importer, options) {
        if (!importer?.startsWith(`${root}/`)) return null;
        return this.resolve(source, `${packageRoot}/package.json`, { ...options, skipSelf: true });
      },
    },
  };
}
