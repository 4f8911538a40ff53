import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { judgeIncidents } from '../leaks/judge-incidents.ts';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import { folders, packageRoot } from '../project/folders.ts';
import { loadProject, type Project } from '../project/load.ts';
import { type Diagnostic, formatDiagnostic } from '../schemas/diagnostic.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import { contentSource } from './content-source.ts';
import { type DevLive, devApi } from './dev-api.ts';
import { errorsOf, findProblems, otherErrors } from './dev-problems.ts';
import { devRefresh } from './dev-refresh.ts';
import { createMapMaker } from './draw-journeys.ts';
import { gitDates } from './git-dates.ts';
import { glossaryData } from './glossary-data.ts';
import { helpRoutes } from './help-routes.ts';
import { internalRoutes } from './internal-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { readerPages } from './reader-pages.ts';
import { devResults, readPublished, writePublished } from './results-file.ts';
import { searchIndexes } from './search-indexes.ts';
import { siteData } from './site-data.ts';
import type { SiteOptions } from './site-options.ts';
import { devStatus, readStatus, statusWith, writeStatus } from './status-file.ts';
import { triageData } from './triage-data.ts';
import {
  contentModule,
  glossaryModule,
  pagesOfOtherTrees,
  problemsModule,
  searchModule,
  siteModule,
  triageModule,
  virtualSite,
} from './virtual-site.ts';
import type { Words } from './words.ts';
import { writePolicies } from './write-policies.ts';
import { writeReaderFiles } from './write-reader-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Joins the tree to the site: gives its pages what they need to know, adds the team's own pages to the
 * internal site, and lets no build pass that has a mistake in it. In `astro dev`, pages can run their
 * blocks where `opened` has them.
 */
export async function runlight(
  project: Project,
  options: SiteOptions,
  words: Readonly<Record<string, Words>>,
  opened: DevLive | null,
  parsed: ParsedPages,
): Promise<AstroIntegration> {
  const { audience, root, outDir, base } = options;
  const dates = await gitDates(root, [folders.runbooks, folders.docs]);
  const forReaders = audience === 'public' ? await readerPages(project, base, dates, words, parsed) : new Map();
  const draw = createMapMaker();
  const read = async (from: Project) => ({
    site: siteData(from, audience, dates, words, forReaders),
    triage: await triageData(from, audience, draw),
    glossary: glossaryData(from, audience),
    content: contentSource(from, audience),
    problems: findProblems(from),
    search: () => searchIndexes(from, audience, base),
  });
  let current = await read(project);
  let published = '';
  let status: PublicStatus | null = null;
  let tree = project;

  async function refresh(warn: (line: string) => void): Promise<boolean> {
    tree = await loadProject({ root, services: opened?.services ?? [], fresh: 'checks' });
    opened?.follow(tree);
    for (const line of otherErrors(tree)) warn(line);
    const next = await read(tree);
    const isNew = JSON.stringify(next) !== JSON.stringify(current);
    current = next;
    return isNew;
  }

  return {
    name: 'runlight',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware, injectRoute, isRestart, logger, updateConfig }) => {
        const isDev = command === 'dev';
        for (const route of audience === 'internal' ? internalRoutes() : publicRoutes) injectRoute(route);
        for (const route of helpRoutes(current.site)) injectRoute(route);
        if (isDev) for (const line of otherErrors(project)) logger.error(line);
        if (isDev && !isRestart && audience === 'internal' && !opened)
          logger.info('Blocks cannot be run from these pages. `npm run dev` starts the lab and the API with them.');
        if (isDev) addMiddleware({ entrypoint: here('./dev-middleware.ts'), order: 'pre' });
        updateConfig({
          vite: {
            plugins: [
              virtualSite(() => ({ ...current, content: { ...current.content, isOnDemand: isDev } })),
              ...(root === packageRoot ? [] : [pagesOfOtherTrees(root, packageRoot)]),
              ...(isDev
                ? [
                    devResults(outDir),
                    devStatus(outDir, () => tree),
                    ...(opened ? [devApi(opened, base, (line) => logger.error(line))] : []),
                    devRefresh(
                      root,
                      [siteModule, triageModule, glossaryModule, problemsModule, contentModule, searchModule],
                      () => refresh((line) => logger.error(line)),
                    ),
                  ]
                : []),
            ],
          },
        });
      },
      'astro:build:start': async () => {
        const errors = [...errorsOf(project), ...(audience === 'public' ? await judgeIncidents(project) : [])];
        if (errors.length > 0) throw treeError(root, errors);
        // Astro empties the folder; the results in it are proof, and have their age.
        published = await readPublished(outDir);
        status = await readStatus(outDir);
      },
      'astro:build:done': async () => {
        await writePublished(outDir, published);
        await writeStatus(outDir, statusWith(status, project, Date.now()));
        if (current.site.siteUrl)
          await writeReaderFiles({
            outDir,
            site: current.site,
            siteUrl: current.site.siteUrl,
            base,
            pages: forReaders,
            words,
          });
        await writePolicies(outDir, audience === 'public' ? project.config.siteUrl : undefined);
      },
    },
  };
}

/** One error with all mistakes. Its place is the first one's; a stack of ours would help nobody. */
function treeError(root: string, errors: readonly Diagnostic[]): AstroError {
  const count = errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`;
  const error = new AstroError(
    `The tree has ${count}.\n${errors.map(formatDiagnostic).join('\n')}`,
    '`npx runlight lint` lists them without a build.',
  );
  const [first] = errors;
  return Object.assign(error, {
    stack: '',
    loc: first && { file: join(root, first.path), line: first.line, column: first.column },
  });
}
