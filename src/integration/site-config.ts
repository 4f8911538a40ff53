import { unified } from '@astrojs/markdown-remark';
import type { AstroUserConfig, ViteUserConfig } from 'astro';
import remarkDirective from 'remark-directive';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import { type CheckBlocksOptions, remarkCheckBlocks } from '../markdown/remark-check-blocks.ts';
import { remarkDropComments } from '../markdown/remark-drop-comments.ts';
import { remarkPageLinks } from '../markdown/remark-page-links.ts';
import { remarkParsedPages } from '../markdown/remark-parsed-pages.ts';
import { remarkPictures } from '../markdown/remark-pictures.ts';
import { remarkWideTables } from '../markdown/remark-wide-tables.ts';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import type { DevLive } from './dev-api.ts';
import { loadWords } from './load-words.ts';
import { runlight } from './runlight.ts';
import { pagesFor } from './site-data.ts';
import { readSiteOptions } from './site-options.ts';
import { runlightStarlight } from './starlight.ts';
import { markdownVersion } from './version.ts';
import { pageScript } from './virtual-site.ts';
import { cardWords } from './words.ts';

type OnLog = NonNullable<NonNullable<NonNullable<ViteUserConfig['build']>['rolldownOptions']>['onLog']>;

/**
 * The whole configuration of one of the two sites, chosen by the environment variables that
 * `readSiteOptions` names. With `opened`, the pages that `astro dev` shows can run their blocks.
 */
export async function siteConfig(
  env: Readonly<Record<string, string | undefined>>,
  opened: DevLive | null = null,
): Promise<AstroUserConfig> {
  const options = readSiteOptions(env);
  const { audience, root, outDir, cacheDir, base } = options;
  const parsed: ParsedPages = new Map();
  const project = await loadProject({
    root,
    services: opened?.services ?? [],
    fresh: opened ? 'checks' : false,
    // While people write, pages are drawn one at a time, as they are then.
    ...(opened ? {} : { parsed }),
  });
  const drawn = new Set(pagesFor(project, audience).map(({ path }) => path));
  for (const path of parsed.keys()) if (!drawn.has(path)) parsed.delete(path);
  const words = loadWords(project.config.locales);
  const blocks: CheckBlocksOptions = {
    audience,
    root,
    locales: Object.keys(project.config.locales),
    words: Object.fromEntries(Object.entries(words).map(([locale, each]) => [locale, cardWords(each, audience)])),
    version: markdownVersion(),
  };
  return {
    root: packageRoot,
    outDir,
    cacheDir,
    base,
    ...(audience === 'public' ? { site: project.config.siteUrl } : {}),
    markdown: {
      processor: unified({
        // Quotes stay as they are typed: an error text must be copied and searched for as it was. It is
        // also half of the time that a page's Markdown takes.
        smartypants: false,
        remarkPlugins: [
          [remarkParsedPages, { root, parsed }],
          remarkDirective,
          [remarkPageLinks, { root, base }],
          [remarkCheckBlocks, blocks],
          remarkPictures,
          remarkDropComments,
          remarkWideTables,
        ],
      }),
    },
    integrations: [
      await runlight(project, options, words, opened, parsed),
      // The public site's sitemap is ours, the internal site has none; Starlight adds one unless something of this name is there.
      { name: '@astrojs/sitemap', hooks: {} },
      runlightStarlight(project, options, words),
    ],
    vite: {
      cacheDir: `${cacheDir}/vite`,
      resolve: { alias: { [pageScript]: `${packageRoot}/src/client/${audience}-page.ts` } },
      server: { fs: { allow: [packageRoot, root] } },
      build: { rolldownOptions: { onLog: withoutDirectiveWarnings } },
    },
  };
}

/**
 * Astro marks each MDX page with a directive of its own, and its bundler then warns of every one.
 * Nothing is lost; this can go when Astro 7 no longer does it.
 */
const withoutDirectiveWarnings: OnLog = (level, log, otherwise) => {
  if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('astro:head-inject')) return;
  otherwise(level, log);
};
