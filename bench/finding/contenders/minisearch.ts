import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { brotliSize } from '../brotli-size.ts';
import type { FindingContender } from '../contender.ts';

const fields = ['title', 'symptoms', 'errors', 'description', 'text'];

/** As its documentation recommends for a help desk: prefixes, typos, fields by weight; accents folded. */
export const minisearch: FindingContender = {
  id: 'minisearch',
  title: 'MiniSearch alone',
  module: fileURLToPath(import.meta.resolve('minisearch')),
  async open({ documents }) {
    const options = {
      fields,
      processTerm: (term: string) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
      searchOptions: {
        boost: { title: 3, symptoms: 3, errors: 3, description: 2 },
        prefix: true,
        fuzzy: 0.2,
      },
    };
    const mini = new MiniSearch(options);
    mini.addAll(
      documents.map((document, id) => ({
        ...document,
        id,
        symptoms: document.symptoms.join('\n'),
        errors: document.errors.join('\n'),
        text: document.text,
      })),
    );
    return {
      indexBytes: brotliSize(JSON.stringify(mini)),
      find: (query) =>
        mini
          .search(query)
          .slice(0, 10)
          .map(({ id }) => Number(id)),
    };
  },
};
