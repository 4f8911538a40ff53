import type { Plugin, ViteDevServer } from 'vite';
import { folders } from '../project/folders.ts';

const watched = [
  folders.runbooks,
  folders.docs,
  folders.targets,
  folders.providers,
  folders.journeys,
  folders.pictures,
  folders.topics,
  folders.trees,
  folders.macros,
  folders.escalation,
  folders.checks,
];
/** Where all of these are, but runbooks and checks. */
const content = 'src/content';
/** Languages, brand and teams are built into the site's setup. */
const loadedOnce = [folders.config];

/**
 * In `astro dev`, reads the tree anew when one of its files changes, and lets open pages load again. `refresh`
 * says whether what the pages know of the tree has changed.
 */
export function devRefresh(root: string, modules: readonly string[], refresh: () => Promise<boolean>): Plugin {
  return {
    name: 'runlight-refresh',
    configureServer(server) {
      const inside = (file: string, folder: string): boolean =>
        file === `${root}/${folder}` || file.startsWith(`${root}/${folder}/`);
      const { logger } = server.config;
      let pending: NodeJS.Timeout | undefined;
      let isPage = false;
      // One after the other: what was read first must not win.
      let reading = Promise.resolve();
      const read = async (): Promise<void> => {
        const hasText = isPage;
        isPage = false;
        try {
          const isNew = await refresh();
          if (isNew) invalidate(server, modules);
          // Its text is read from the file; Astro tells of it half a second later, when it has kept what is in its front matter.
          else if (hasText) server.environments.client.hot.send({ type: 'full-reload' });
        } catch (error) {
          // A file may be gone between being listed and being read; its going is told, too.
          logger.warn(`[runlight] The tree was not read: ${error instanceof Error ? error.message : String(error)}`);
        }
      };
      // Of several folders that do not exist yet, chokidar sees only one come into being; so those that have a
      // parent of their own are watched through it.
      const roots = [folders.runbooks, content, folders.checks, ...loadedOnce];
      server.watcher.add(roots.map((folder) => `${root}/${folder}`));
      server.watcher.on('all', (_, changed) => {
        const file = changed.replaceAll('\\', '/');
        if (loadedOnce.some((folder) => inside(file, folder)))
          logger.warn(`[runlight] \`${file.slice(root.length + 1)}\` changed; start the dev server again to see it.`);
        if (!watched.some((folder) => inside(file, folder))) return;
        isPage ||= /\.mdx?$/.test(file) && !inside(file, folders.macros);
        clearTimeout(pending);
        pending = setTimeout(() => {
          reading = reading.then(read);
        }, 20);
      });
    },
  };
}

function invalidate(server: ViteDevServer, modules: readonly string[]): void {
  for (const environment of Object.values(server.environments)) {
    for (const id of modules) {
      const module = environment.moduleGraph.getModuleById(`\0${id}`);
      if (module) environment.moduleGraph.invalidateModule(module);
    }
    // Astro keeps the middleware and the list of paths until it hears these.
    environment.hot.send('astro:middleware-updated', {});
    environment.hot.send('astro:content-changed', {});
    environment.hot.send({ type: 'full-reload' });
  }
}
