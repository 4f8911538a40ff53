import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';
import { folders, packageRoot } from '../project/folders.ts';
import type { Project } from '../project/load.ts';
import type { SiteOptions } from './site-options.ts';
import { fill, type Words } from './words.ts';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Starlight, set up for Runlight. */
export function runlightStarlight(
  project: Project,
  options: SiteOptions,
  words: Readonly<Record<string, Words>>,
): AstroIntegration {
  const { config } = project;
  const isPublic = options.audience === 'public';
  const [first = 'en', ...others] = Object.keys(config.locales);
  const titles = Object.entries(config.locales).map(([locale, { lang }]) => {
    const title = words[locale]?.[`runlight.title.${options.audience}`] ?? '{brand}';
    return [lang, fill(title, { brand: config.brand })];
  });
  const integration = starlight({
    title: Object.fromEntries(titles),
    locales: {
      root: config.locales[first] ?? { label: 'English', lang: 'en' },
      ...Object.fromEntries(others.map((locale) => [locale, config.locales[locale] ?? {}])),
    },
    // Every page gets the part of the navigation that is about it, from the route middleware.
    sidebar: [],
    pagination: false,
    routeMiddleware: here('integration/route-middleware.ts'),
    // In this order: what comes later may rely on what came before.
    customCss: [
      'runlight',
      'check-card',
      'page',
      'picture',
      'home',
      'incident',
      'finder',
      'glossary',
      ...(isPublic
        ? []
        : [
            'run',
            'board',
            'macro',
            'tree',
            'walk',
            'walk-question',
            'walk-outcome',
            'walk-print',
            'journey',
            'packet',
          ]),
      'print',
    ].map((name) => here(`styles/${name}.css`)),
    favicon: '/favicon.svg',
    // Ours is `src/pages/404.astro`: it knows what languages readers may have come for.
    disable404Route: true,
    components: {
      Footer: here('components/starlight/Footer.astro'),
      LanguageSelect: here('components/starlight/LanguageSelect.astro'),
      MarkdownContent: here('components/starlight/MarkdownContent.astro'),
      PageTitle: here('components/starlight/PageTitle.astro'),
      Search: here('components/starlight/Search.astro'),
    },
    markdown: { processedDirs: [folders.runbooks, folders.docs].map((folder) => `${project.root}/${folder}`) },
    head: isPublic ? [] : [{ tag: 'meta', attrs: { name: 'robots', content: 'noindex, nofollow' } }],
  });
  return withPageRoute(integration, `${packageRoot}/src/components/starlight/PageRoute.astro`);
}

/**
 * Starlight makes a page in every language for every page; runbooks have one. It has no option for
 * that, so its route gets our entry point, which has the same page and other paths.
 */
function withPageRoute(integration: AstroIntegration, entrypoint: string): AstroIntegration {
  const setup = integration.hooks['astro:config:setup'];
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (params) =>
        setup?.({
          ...params,
          injectRoute: (route) => params.injectRoute(route.pattern === '[...slug]' ? { ...route, entrypoint } : route),
        }),
    },
  };
}
