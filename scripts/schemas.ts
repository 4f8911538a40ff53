import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/project/folders.ts';
import { reportJsonSchema } from '../src/reporters/json-schema.ts';
import { escalationSchema } from '../src/schemas/escalation.ts';
import { treeSchema } from '../src/schemas/tree.ts';

/** What the repository publishes in `schemas/`, by file name. */
const published: Record<string, () => Record<string, unknown>> = {
  'report.v1.schema.json': reportJsonSchema,
  'tree.v1.schema.json': () =>
    editorSchema(treeSchema, 'tree', 'Runlight escalation tree, version 1', 'A file of `src/content/trees/`.'),
  'escalation.v1.schema.json': () =>
    editorSchema(
      escalationSchema,
      'escalation',
      'Runlight severities and roles, version 1',
      '`src/content/escalation.yaml`.',
    ),
};

export const publishedSchemas = Object.keys(published);

export const schemaFile = (name: string): string => join(packageRoot, 'schemas', name);

/** A schema as it is written to its file. */
export function schemaText(name: string): string {
  return `${JSON.stringify(published[name]?.(), null, 2)}\n`;
}

/** For editors: what an author writes, before anything is filled in or read. */
function editorSchema(schema: z.ZodType, noun: string, title: string, description: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: `urn:runlight:${noun}:v1`, title, description, ...rest };
}

if (import.meta.main) {
  await mkdir(join(packageRoot, 'schemas'), { recursive: true });
  for (const name of publishedSchemas) {
    const file = schemaFile(name);
    const isKnown = (await readFile(file, 'utf8').catch(() => '')) === schemaText(name);
    if (!isKnown) await writeFile(file, schemaText(name));
    process.stderr.write(`${file}${isKnown ? ' is up to date' : ' written'}.\n`);
  }
}
