import { parentPort, workerData } from 'node:worker_threads';
import { indexArticles } from '../../../src/deflect/article-index.ts';
import { createDigester } from '../../../src/deflect/digest-tickets.ts';
import { ticketMeanings } from '../../../src/deflect/ticket-meanings.ts';
import { loadRedactTools } from '../../../src/redact/redact.ts';
import { createReader } from './create-reader.ts';
import type { DigestBatch, DigestedBatch, DigestJob } from './digest-work.ts';

// A thread of `digest-pool.ts`: rows of an export in, what is said of their tickets out.
const job = workerData as DigestJob;
const read = createReader(job);
const digest = createDigester({
  index: indexArticles(job.articles, ticketMeanings()),
  tools: await loadRedactTools(),
  confidence: job.confidence,
  dayFirst: job.dayFirst,
});

parentPort?.on('message', ({ nth, records }: DigestBatch) => {
  const { rows, broken } = read(records);
  const done: DigestedBatch = { nth, digests: [], broken: [...broken], notFirst: 0 };
  for (const { row, line } of rows) {
    if (row === 'not-a-customer') done.notFirst += 1;
    else if (row === 'no-text') done.broken.push({ line, why: 'it has neither a subject nor a text' });
    else done.digests.push(digest(row));
  }
  parentPort?.postMessage(done);
});
