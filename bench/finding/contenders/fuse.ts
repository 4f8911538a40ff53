import { fileURLToPath } from 'node:url';
import Fuse, { type IFuseOptions } from 'fuse.js';
import type { SearchDocument } from '../../../src/schemas/search.ts';
import { brotliSize } from '../brotli-size.ts';
import type { FindingContender } from '../contender.ts';

const options: IFuseOptions<SearchDocument> = {
  keys: [
    { name: 'title', weight: 3 },
    { name: 'symptoms', weight: 3 },
    { name: 'errors', weight: 3 },
    { name: 'description', weight: 2 },
  ],
  ignoreDiacritics: true,
  ignoreLocation: true,
};

const contender = (id: string, title: string, more: IFuseOptions<SearchDocument>): FindingContender => ({
  id,
  title,
  module: fileURLToPath(import.meta.resolve('fuse.js')),
  async open({ documents }) {
    const fuse = new Fuse(documents, { ...options, ...more });
    const shown = documents.map(({ title: name, symptoms, errors, description }) => ({
      name,
      symptoms,
      errors,
      description,
    }));
    return {
      indexBytes: brotliSize(JSON.stringify(shown)),
      find: (query) => fuse.search(query, { limit: 10 }).map(({ refIndex }) => refIndex),
    };
  },
});

export const fuse = contender('fuse', 'Fuse.js alone', {});
export const fuseTokens = contender('fuse-tokens', 'Fuse.js alone, by words', { useTokenSearch: true });
