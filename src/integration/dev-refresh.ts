import type { Plugin, ViteDevServer } from 'vite';
import { folders } from '../project/folders.ts';

const watched = [folders.runbooks, folders.docs, folders.targets, folders.providers, folders.journeys];
/** Node keeps modules that it has loaded: these take a new process. */
const loadedOnce = [folders.checks, folders.config];

/** In `astro dev`, reads the tree anew when one of its files changes. `refresh` says whether that changed anything. */
export function devRefresh(root: string, modules: readonly string[], refresh: () => Promise<boolean>): Plugin {
  return {
    name: 'runlight-refresh',
    configureServer(server) {
      const inside = (file: string, folder: string): boolean =>
        file === `${root}/${folder}` || file.startsWith(`${root}/${folder}/`);
      let pending: NodeJS.Timeout | undefined;
      server.watcher.add([...watched, ...loadedOnce].map((folder) => `${root}/${folder}`));
      server.watcher.on('all', (_, changed) => {
        const file = changed.replaceAll('\\', '/');
        if (loadedOnce.some((folder) => inside(file, folder)))
          server.config.logger.warn(
            `[runlight] \`${file.slice(root.length + 1)}\` changed; start \`astro dev\` again to see it.`,
          );
        if (!watched.some((folder) => inside(file, folder))) return;
        clearTimeout(pending);
        pending = setTimeout(() => {
          void refresh().then((isNew) => {
            if (isNew) invalidate(server, modules);
          });
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
