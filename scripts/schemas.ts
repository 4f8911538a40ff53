import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/project/folders.ts';
import { reportJsonSchema } from '../src/reporters/json-schema.ts';

/** Where the report's JSON Schema is published in the repository. */
export const reportSchemaFile = join(packageRoot, 'schemas', 'report.v1.schema.json');

/** The schema as it is written to the file. */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
}

if (import.meta.main) {
  await mkdir(join(packageRoot, 'schemas'), { recursive: true });
  const known = await readFile(reportSchemaFile, 'utf8').catch(() => '');
  if (known !== reportSchemaText()) await writeFile(reportSchemaFile, reportSchemaText());
  process.stderr.write(`${reportSchemaFile}${known === reportSchemaText() ? ' is up to date' : ' written'}.\n`);
}
