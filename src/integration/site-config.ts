import { unified } from '@astrojs/markdown-remark';
import type { AstroUserConfig } from 'astro';
import remarkDirective from 'remark-directive';
import { type CheckBlocksOptions, remarkCheckBlocks } from '../markdown/remark-check-blocks.ts';
import { remarkDropComments } from '../markdown/remark-drop-comments.ts';
import { remarkPageLinks } from '../markdown/remark-page-links.ts';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import { loadWords } from './load-words.ts';
import { runlight } from './runlight.ts';
import { readSiteOptions } from './site-options.ts';
import { runlightStarlight } from './starlight.ts';
import { markdownVersion } from './version.ts';
import { cardWords } from './words.ts';

/** The whole configuration of one of the two sites, chosen by the environment variables that `readSiteOptions` names. */
export async function siteConfig(env: Readonly<Record<string, string | undefined>>): Promise<AstroUserConfig> {
  const options = readSiteOptions(env);
  const { audience, root, outDir, cacheDir, base } = options;
  const project = await loadProject({ root });
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
        remarkPlugins: [
          remarkDirective,
          [remarkPageLinks, { root, base }],
          [remarkCheckBlocks, blocks],
          remarkDropComments,
        ],
      }),
    },
    integrations: [
      await runlight(project, options, words),
      // The internal site has no sitemap; Starlight adds one unless something of this name is there.
      ...(audience === 'internal' ? [{ name: '@astrojs/sitemap', hooks: {} }] : []),
      runlightStarlight(project, options, words),
    ],
    vite: { cacheDir: `${cacheDir}/vite`, server: { fs: { allow: [packageRoot, root] } } },
  };
}
