// Long because it asks four contenders on four shelves, and shows three tables of it.
import { packageRoot } from '../../src/project/folders.ts';
import { loadProject } from '../../src/project/load.ts';
import { searchDocuments } from '../../src/project/search-documents.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { brotliSize } from '../finding/brotli-size.ts';
import type { FindingContender, Opened, Shelf } from '../finding/contender.ts';
import { fuse, fuseTokens } from '../finding/contenders/fuse.ts';
import { minisearch } from '../finding/contenders/minisearch.ts';
import { pagefind } from '../finding/contenders/pagefind.ts';
import { runlight } from '../finding/contenders/runlight.ts';
import { bundle, onAPhone } from '../finding/on-a-phone.ts';
import { type LabelledQuery, readQueries } from '../finding/read-queries.ts';
import type { Question } from '../question.ts';
import { showKiB } from '../show.ts';

const contenders: readonly FindingContender[] = [runlight, minisearch, fuse, fuseTokens, pagefind];

interface Asked {
  query: LabelledQuery;
  /** Place of what was expected among the results; `-1` where it is not among ten. */
  place: number;
  ms: number;
}

/** Parts of the queries that are told apart. */
const parts: readonly { title: string; has(query: LabelledQuery): boolean }[] = [
  { title: 'never used for tuning', has: ({ held }) => held },
  ...(['public en', 'public es', 'public pt-br', 'internal en'] as const).map((title) => ({
    title: `${title}, never used`,
    has: ({ held, audience, locale }: LabelledQuery) => held && `${audience} ${locale}` === title,
  })),
  { title: 'others: plain', has: ({ held, style }) => !held && style === 'plain' },
  { title: 'others: typos', has: ({ held, style }) => !held && style === 'typo' },
  { title: 'others: error texts', has: ({ held, style }) => !held && style === 'error' },
  { title: 'others: paraphrases', has: ({ held, style }) => !held && style === 'paraphrase' },
];

export const finding: Question = {
  id: 'finding',
  asks: 'Is the right page found, and how fast?',
  async answer(bench) {
    const project = await loadProject({ root: packageRoot, checks: 'used' });
    const queries = readQueries();
    const shelves: Shelf[] = [];
    for (const audience of ['public', 'internal'] as const)
      for (const locale of Object.keys(project.config.locales))
        shelves.push({
          audience,
          locale,
          documents: await searchDocuments(project, { audience, locale, base: '/' }),
          folder: await bench.folder(),
        });
    // First, since Pagefind is made to believe that this process is a page.
    const english = shelves.find(({ audience, locale }) => audience === 'public' && locale === 'en');
    const phone =
      english && runlight.module !== null
        ? await onAPhone(
            runlight.module,
            JSON.stringify(buildIndex(english.documents, { audience: 'public', locale: 'en', popular: [] })),
            queries.filter(({ audience, locale }) => audience === 'public' && locale === 'en').map(({ q }) => q),
          )
        : null;
    const asked = new Map<string, Asked[]>();
    const sizes = new Map<string, { code: number; index: number | null }>();
    for (const contender of contenders) {
      const all: Asked[] = [];
      for (const shelf of shelves) {
        bench.signal.throwIfAborted();
        bench.say(`finding: ${contender.title}, ${shelf.audience} ${shelf.locale}`);
        const opened = await contender.open(shelf);
        if (shelf.audience === 'public' && shelf.locale === 'en')
          sizes.set(contender.id, {
            code: contender.module === null ? 0 : brotliSize(await bundle(contender.module)),
            index: opened.indexBytes,
          });
        all.push(...(await ask(opened, shelf, queries)));
      }
      asked.set(contender.id, all);
    }
    return {
      tables: [
        {
          title: 'The right page first / among the first three',
          head: ['', 'queries', ...contenders.map(({ title }) => title)],
          rows: parts.map(({ title, has }) => [
            title,
            String(queries.filter(has).length),
            ...contenders.map(({ id }) => showRecall((asked.get(id) ?? []).filter(({ query }) => has(query)))),
          ]),
        },
        {
          title: 'Milliseconds for a query in this process, and bytes of the public English site (Brotli)',
          head: ['', 'half are faster', '95 of 100 are faster', 'code', 'index'],
          rows: contenders.map(({ id, title }) => {
            const times = (asked.get(id) ?? []).map(({ ms }) => ms).sort((a, b) => a - b);
            const size = sizes.get(id);
            return [
              title,
              at(times, 0.5),
              at(times, 0.95),
              size && size.code > 0 ? showKiB(size.code) : '–',
              showKiB(size?.index ?? null),
            ];
          }),
        },
        {
          title: 'Runlight in a browser, at a quarter of the processor',
          head: ['opening the index', 'half are faster', '95 of 100 are faster'],
          rows: phone
            ? [[`${phone.openMs.toFixed(0)} ms`, `${phone.p50.toFixed(2)} ms`, `${phone.p95.toFixed(2)} ms`]]
            : [],
        },
      ],
      notes: [
        `${shelves.map(({ audience, locale, documents }) => `${audience} ${locale}: ${documents.length} documents`).join('; ')}. All contenders get the same ones.`,
        'Queries never used were written from titles and texts of the pages, without a look at word lists and symptoms: real users will write other things.',
        'Pagefind loads parts of its index by what is typed; its bytes are not told here.',
      ],
      measurements: contenders.map(({ id }) => ({
        contender: id,
        ...Object.fromEntries(
          parts.map(({ title, has }) => [title, recall((asked.get(id) ?? []).filter(({ query }) => has(query)))]),
        ),
        phone: id === runlight.id ? phone : null,
      })),
    };
  },
};

async function ask(
  opened: Opened,
  { audience, locale, documents }: Shelf,
  queries: readonly LabelledQuery[],
): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const query of queries) {
    if (query.audience !== audience || query.locale !== locale) continue;
    const before = performance.now();
    const found = await opened.find(query.q);
    const ms = performance.now() - before;
    const place = found.findIndex(
      (each) => documents[each]?.kind === query.expect.kind && documents[each]?.slug === query.expect.slug,
    );
    all.push({ query, place, ms });
  }
  return all;
}

function recall(asked: readonly Asked[]): { first: number; amongThree: number } {
  const share = (most: number): number =>
    asked.filter(({ place }) => place >= 0 && place < most).length / Math.max(1, asked.length);
  return { first: share(1), amongThree: share(3) };
}

function showRecall(asked: readonly Asked[]): string {
  const { first, amongThree } = recall(asked);
  return `${first.toFixed(2)} / ${amongThree.toFixed(2)}`;
}

const at = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)} ms`;
