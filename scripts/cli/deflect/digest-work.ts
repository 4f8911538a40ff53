import type { ArticleText } from '../../../src/deflect/article-index.ts';
import type { ExportPlan } from '../../../src/deflect/detect-shape.ts';
import type { BrokenRecord, CsvRecord } from '../../../src/deflect/split-records.ts';
import type { TicketDigest } from '../../../src/deflect/ticket-digest.ts';

/** What a thread is told once. */
export interface DigestJob {
  articles: readonly ArticleText[];
  format: 'csv' | 'jsonl';
  plan: ExportPlan;
  head: readonly string[];
  delimiter: string;
  confidence: number;
  dayFirst: boolean;
}

/** Rows that a thread gets at once, and what it made of them. */
export interface DigestBatch {
  nth: number;
  records: readonly CsvRecord[];
}
export interface DigestedBatch {
  nth: number;
  digests: TicketDigest[];
  broken: BrokenRecord[];
  notFirst: number;
}
