import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { audiences } from '../../src/schemas/frontmatter.ts';
import { issueSentence } from '../../src/text/issue-sentence.ts';
import { UsageError } from './define-command.ts';

const lineSchema = z.object({ q: z.string(), locale: z.string().optional(), audience: z.enum(audiences).optional() });
export interface BatchLine extends z.infer<typeof lineSchema> {
  /** Where it stands in the file. */
  line: number;
}

/** Reads queries, one JSON object a line; `-` is standard input. Keys that a query does not need are left alone. */
export async function readBatch(file: string): Promise<BatchLine[]> {
  const text = (await read(file)).replace(/^\ufeff/, '');
  return text.split('\n').flatMap((line, index): BatchLine[] => {
    if (line.trim() === '') return [];
    const place = `\`${file}\`, line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`${place} is no JSON; expected \`{ "q": "…", "locale": "es", "audience": "public" }\`.`);
    }
    const parsed = lineSchema.safeParse(value);
    if (parsed.success) return [{ ...parsed.data, line: index + 1 }];
    const [issue] = parsed.error.issues;
    throw new UsageError(`${place}: ${issue ? issueSentence(issue) : 'expected an object with `q`.'}`);
  });
}

async function read(file: string): Promise<string> {
  if (file === '-') {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  }
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`\`${file}\` cannot be read (${error.code ?? error.message}).`);
  });
}
