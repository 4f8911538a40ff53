import type { ArticleText } from '../../../src/deflect/article-index.ts';
import { makeReport } from '../../../src/deflect/make-report.ts';
import { tellsDayFirst } from '../../../src/deflect/read-time.ts';
import { splitLines } from '../../../src/deflect/split-lines.ts';
import { type CsvRecord, type Split, splitRecords } from '../../../src/deflect/split-records.ts';
import { createTally } from '../../../src/deflect/tally.ts';
import type { Deflection } from '../../../src/schemas/deflection.ts';
import { createReader } from './create-reader.ts';
import { openDigestPool } from './digest-pool.ts';
import type { OpenExport } from './open-export.ts';

export interface DeflectOptions {
  articles: readonly ArticleText[];
  /** Whose titles are shown. */
  locale: string;
  confidence: number;
  examples: number;
  signal: AbortSignal;
  /** How far it is: bytes of the file, and tickets. */
  onProgress(bytes: number, tickets: number): void;
}

const batchSize = 500;
/** Rows whose dates tell whether the day stands first. */
const mostLooked = 4000;
const mostNamed = 20;

/** Reads an export in parts, on every core, and says everything that is said of it. Memory holds no ticket that an article answers. */
export async function deflectFile(source: OpenExport, options: DeflectOptions): Promise<Deflection> {
  const { articles, confidence, signal } = options;
  // As `indexArticles` has them.
  const slugs = [...new Set(articles.map(({ slug }) => slug))].sort();
  const tally = createTally(slugs);
  const broken: Deflection['broken'] = [];
  const counts = { broken: 0, notFirst: 0 };
  const name = (list: Split['broken']): void => {
    counts.broken += list.length;
    broken.push(...list.slice(0, Math.max(0, mostNamed - broken.length)));
  };
  const splitter = source.format === 'csv' ? splitRecords(source.delimiter) : splitLines();
  let bytes = 0;
  let isHead = source.format === 'csv';
  const waiting: CsvRecord[] = [];
  const take = ({ records, broken: unread }: Split): void => {
    name(unread);
    for (const record of records) {
      if (isHead) isHead = false;
      else waiting.push(record);
    }
  };
  const pieces = source.file.pieces((read) => {
    bytes += read;
  });
  // Enough to tell what dates mean, before the threads begin.
  let isEnd = false;
  while (!isEnd && waiting.length < mostLooked) {
    const { value, done } = await pieces.next();
    if (done) {
      isEnd = true;
      take(splitter.end());
    } else take(splitter.push(value));
  }
  const dayFirst = isDayFirst(source, waiting.slice(0, mostLooked));
  await using pool = openDigestPool({ ...source, articles, confidence, dayFirst, ...withoutFile }, (batch) => {
    name(batch.broken);
    counts.notFirst += batch.notFirst;
    for (const digest of batch.digests) tally.add(digest);
    options.onProgress(bytes, tally.tickets);
  });
  for (;;) {
    while (waiting.length >= batchSize || (isEnd && waiting.length > 0)) {
      signal.throwIfAborted();
      await pool.give(waiting.splice(0, batchSize));
    }
    if (isEnd) break;
    const { value, done } = await pieces.next();
    if (done) {
      isEnd = true;
      take(splitter.end());
    } else take(splitter.push(value));
  }
  await pool.end();
  return makeReport(tally, {
    source: { shape: source.plan.shape?.id ?? null, format: source.format },
    counts,
    broken: broken.toSorted((a, b) => a.line - b.line),
    articles,
    slugs,
    locale: options.locale,
    confidence,
    examples: options.examples,
  });
}

/** What cannot be handed to a thread. */
const withoutFile = { file: undefined };

/** `25/11/2026` anywhere says that `04/05/2026` is a day in May. */
function isDayFirst(source: OpenExport, records: readonly CsvRecord[]): boolean {
  const { rows } = createReader(source)(records);
  return rows.some(({ row }) => typeof row === 'object' && tellsDayFirst(row.created) === true);
}
