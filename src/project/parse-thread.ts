import { parentPort } from 'node:worker_threads';
import { parseMarkdown } from '../markdown/parser.ts';

// A thread of `parse-ahead.ts`: texts of pages in, their trees out.
parentPort?.on('message', (texts: readonly string[]) => {
  parentPort?.postMessage(texts.map((text) => parseMarkdown(text, 'md')));
});
