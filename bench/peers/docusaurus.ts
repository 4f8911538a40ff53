import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writePlainSite } from '../plain-site.ts';
import type { SitePeer } from '../site-maker.ts';
import { installNpm } from './install-npm.ts';
import { sitePackages } from './versions.ts';

/** Docusaurus with its classic preset and all of its faster infrastructure (Rspack, SWC). It has no search of its own. */
export function docusaurus(home: string): SitePeer {
  return {
    id: 'docusaurus',
    title: 'Docusaurus (Rspack)',
    version: sitePackages.docusaurus['@docusaurus/core'],
    install: () => installNpm(home, sitePackages.docusaurus),
    async prepare({ pages }) {
      // Inside of its home, where its packages are found.
      const folder = join(home, 'site');
      const config = {
        title: 'Orders',
        url: 'https://help.example.com',
        baseUrl: '/',
        future: { faster: true, v4: true },
        presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
        themeConfig: { navbar: { title: 'Orders' } },
      };
      await writePlainSite({
        folder,
        docs: 'docs',
        pages,
        link: (page) => `../orders/page-${page}.md`,
        files: {
          'package.json': JSON.stringify({ private: true, dependencies: sitePackages.docusaurus }),
          'docusaurus.config.js': `module.exports = ${JSON.stringify(config)};\n`,
        },
      });
      return {
        command: {
          file: process.execPath,
          args: [join(home, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs'), 'build'],
          cwd: folder,
          env: { NODE_ENV: 'production', NO_UPDATE_NOTIFIER: '1' },
        },
        async renew() {
          for (const made of ['build', '.docusaurus', 'node_modules', '../node_modules/.cache'])
            await rm(join(folder, made), { recursive: true, force: true });
        },
        pages: Array.from({ length: pages }, (_, page) => ({
          output: join(folder, 'build'),
          path: `/orders/page-${page}/`,
        })),
      };
    },
  };
}
