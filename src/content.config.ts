import { defineCollection } from 'astro:content';
import source from 'virtual:runlight/content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { pagesLoader } from './integration/pages-loader.ts';

export const collections = {
  // Starlight's own keys; ours are dropped here, since the scanner has judged them (`src/schemas/frontmatter.ts`).
  docs: defineCollection({ loader: pagesLoader(source), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
