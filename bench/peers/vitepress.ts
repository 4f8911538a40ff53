import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writePlainSite } from '../plain-site.ts';
import type { SitePeer } from '../site-maker.ts';
import { installNpm } from './install-npm.ts';
import { sitePackages } from './versions.ts';

/** VitePress with its default theme. It has no search unless one is configured. */
export function vitepress(home: string): SitePeer {
  return {
    id: 'vitepress',
    title: 'VitePress',
    version: sitePackages.vitepress.vitepress,
    install: () => installNpm(home, sitePackages.vitepress),
    async prepare({ pages }) {
      // Inside of its home, where its packages are found.
      const folder = join(home, 'site');
      // It makes no sidebar of its own, so teams write one.
      const items = Array.from({ length: pages }, (_, page) => ({
        text: `Orders of partner ${page} wait`,
        link: `/orders/page-${page}`,
      }));
      const config = { title: 'Orders', themeConfig: { sidebar: [{ text: 'Orders', items }] } };
      await writePlainSite({
        folder,
        docs: '.',
        pages,
        link: (page) => `../orders/page-${page}.md`,
        files: { '.vitepress/config.mjs': `export default ${JSON.stringify(config)};\n` },
      });
      return {
        command: {
          file: process.execPath,
          args: [join(home, 'node_modules', 'vitepress', 'bin', 'vitepress.js'), 'build', '.'],
          cwd: folder,
        },
        async renew() {
          for (const made of ['dist', 'cache', '.temp'])
            await rm(join(folder, '.vitepress', made), { recursive: true, force: true });
        },
        pages: Array.from({ length: pages }, (_, page) => ({
          output: join(folder, '.vitepress', 'dist'),
          path: `/orders/page-${page}.html`,
        })),
      };
    },
  };
}
