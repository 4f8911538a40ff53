import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A query as somebody would type it, and what it should find first. */
export interface LabelledQuery {
  q: string;
  locale: string;
  audience: 'public' | 'internal';
  expect: { kind: string; slug: string };
  style: 'plain' | 'typo' | 'paraphrase' | 'error';
  /** Written without a look at word lists, symptoms and the other queries, and used for nothing but measuring. */
  held: boolean;
}

export function readQueries(): LabelledQuery[] {
  const file = fileURLToPath(new URL('./queries.jsonl', import.meta.url));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledQuery);
}
