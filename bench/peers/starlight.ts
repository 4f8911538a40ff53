import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writePlainSite } from '../plain-site.ts';
import type { SitePeer } from '../site-maker.ts';
import { installNpm } from './install-npm.ts';
import { sitePackages } from './versions.ts';

interface Engine {
  id: string;
  title: string;
  /** Code of the configuration: its imports, and its `markdown` key. */
  imports: string;
  markdown: string;
}

/** Starlight without Runlight, as its own starter sets it up. Its search, Pagefind, is on. */
export function starlight(home: string, { id, title, imports, markdown }: Engine): SitePeer {
  return {
    id,
    title,
    version: sitePackages.starlight['@astrojs/starlight'],
    install: () => installNpm(home, sitePackages.starlight),
    async prepare({ pages }) {
      // Inside of its home, where its packages are found.
      const folder = join(home, id);
      const path = (page: number): string => `/orders/page-${page}/`;
      await writePlainSite({
        folder,
        docs: 'src/content/docs',
        pages,
        link: (page) => `../page-${page}/`,
        files: {
          // What Astro reads to know which packages it must compile.
          'package.json': JSON.stringify({ private: true, type: 'module', dependencies: sitePackages.starlight }),
          'src/content.config.ts': collections,
          'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
${imports}
export default defineConfig({${markdown}
  integrations: [
    starlight({ title: 'Orders', sidebar: [{ label: 'Orders', items: [{ autogenerate: { directory: 'orders' } }] }] }),
  ],
});
`,
        },
      });
      return {
        command: {
          file: process.execPath,
          args: [join(home, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
          cwd: folder,
          env: { ASTRO_TELEMETRY_DISABLED: '1' },
        },
        async renew() {
          for (const made of ['dist', '.astro', 'node_modules', '../node_modules/.astro', '../node_modules/.vite'])
            await rm(join(folder, made), { recursive: true, force: true });
        },
        pages: Array.from({ length: pages }, (_, page) => ({ output: join(folder, 'dist'), path: path(page) })),
      };
    },
  };
}

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export const defaultEngine: Engine = {
  id: 'starlight',
  title: 'Starlight',
  imports: '',
  markdown: '',
};
export const remarkEngine: Engine = {
  id: 'starlight-unified',
  title: 'Starlight, `unified` with remark-directive',
  imports: `import { unified } from '@astrojs/markdown-remark';
import remarkDirective from 'remark-directive';
`,
  markdown: `
  markdown: { processor: unified({ remarkPlugins: [remarkDirective] }) },`,
};
