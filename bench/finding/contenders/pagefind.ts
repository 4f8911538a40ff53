import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createIndex } from 'pagefind';
import type { FindingContender } from '../contender.ts';

interface Pagefind {
  options(options: { basePath: string }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  destroy(): Promise<void>;
}

/** What its browser script fetches stands on disk here. */
const fromDisk = async (input: string | URL | Request): Promise<Response> => {
  const url = new URL(input instanceof Request ? input.url : String(input));
  const type = url.pathname.endsWith('.json') ? 'application/json' : 'application/octet-stream';
  return new Response(new Uint8Array(await readFile(fileURLToPath(new URL(url.pathname, 'file:')))), {
    headers: { 'content-type': type },
  });
};

/** What its script asks of a page before it searches. */
function pretendPage(locale: string): void {
  const page = {
    querySelector: () => null,
    documentElement: { getAttribute: () => locale, lang: locale },
    currentScript: null,
  };
  Object.assign(globalThis, { window: globalThis, document: page, location: new URL('http://localhost/') });
}

export const pagefind: FindingContender = {
  id: 'pagefind',
  title: 'Pagefind alone',
  module: null,
  async open({ documents, locale, folder }) {
    const { index, errors } = await createIndex({ forceLanguage: locale.slice(0, 2) });
    if (!index) throw new Error(errors.join('\n'));
    for (const [place, { title, description, symptoms, errors: texts, text }] of documents.entries())
      await index.addCustomRecord({
        url: `/${place}/`,
        language: locale.slice(0, 2),
        content: [title, description, ...symptoms, ...texts, text].join('\n'),
        meta: { title },
      });
    const outputPath = join(folder, `pagefind-${locale}-${documents.length}`);
    await index.writeFiles({ outputPath });
    await index.deleteIndex();
    pretendPage(locale);
    const own = globalThis.fetch;
    globalThis.fetch = fromDisk as typeof fetch;
    try {
      const base = `${pathToFileURL(outputPath).href}/`;
      const search = (await import(`${base}pagefind.js`)) as Pagefind;
      await search.options({ basePath: base });
      await search.init();
      return {
        // It loads pieces by what is typed; how many bytes that is, depends on the query.
        indexBytes: null,
        async find(query) {
          const outer = globalThis.fetch;
          globalThis.fetch = fromDisk as typeof fetch;
          try {
            const { results } = await search.search(query);
            const found = await Promise.all(results.slice(0, 10).map((each) => each.data()));
            return found.map(({ url }) => Number(/(\d+)\/$/.exec(url)?.[1] ?? -1));
          } finally {
            globalThis.fetch = outer;
          }
        },
      };
    } finally {
      globalThis.fetch = own;
    }
  },
};
