import { fileURLToPath } from 'node:url';
import { buildIndex } from '../../../src/search/build-index.ts';
import { createFinder } from '../../../src/search/finder.ts';
import { brotliSize } from '../brotli-size.ts';
import type { FindingContender } from '../contender.ts';

export const runlight: FindingContender = {
  id: 'runlight',
  title: 'Runlight (own index, Fuse.js for error texts)',
  module: fileURLToPath(new URL('../../../src/search/finder.ts', import.meta.url)),
  async open({ documents, audience, locale }) {
    const json = JSON.stringify(buildIndex(documents, { audience, locale, popular: [] }));
    const finder = createFinder(JSON.parse(json));
    const places = new Map(documents.map(({ kind, slug }, place) => [`${kind}/${slug}`, place]));
    return {
      indexBytes: brotliSize(json),
      find: (query) => finder.find(query).results.flatMap(({ kind, slug }) => places.get(`${kind}/${slug}`) ?? []),
    };
  },
};
