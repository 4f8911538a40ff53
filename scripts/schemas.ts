import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../src/project/folders.ts';
import { reportJsonSchema } from '../src/reporters/json-schema.ts';
import { escalationSchema } from '../src/schemas/escalation.ts';
import { glossaryFamilySchema } from '../src/schemas/glossary.ts';
import { journeySchema } from '../src/schemas/journey.ts';
import { packetSchema } from '../src/schemas/packet.ts';
import { providerSchema } from '../src/schemas/provider.ts';
import { treeSchema } from '../src/schemas/tree.ts';

/** Where JSON Schemas are published in the repository. */
const folder = join(packageRoot, 'schemas');

/** A file that people write, described to their editors as they write it: before defaults are filled in. */
function written(schema: z.ZodType, about: { id: string; title: string; description: string }): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: `urn:runlight:${about.id}:v1`, title: about.title, description: about.description, ...rest };
}

/** Every JSON Schema that is published in the repository, by file name. */
const schemas: Record<string, () => unknown> = {
  'report.v1.schema.json': reportJsonSchema,
  'journey.v1.schema.json': () =>
    written(journeySchema, {
      id: 'journey',
      title: 'Runlight journey, version 1',
      description: 'Something that a user does, and what it depends on: a file of `src/content/journeys/`.',
    }),
  'glossary.v1.schema.json': () =>
    written(glossaryFamilySchema, {
      id: 'glossary',
      title: 'Runlight glossary, version 1',
      description: 'Errors, codes or states of one origin, and what they mean: a file of `src/content/glossary/`.',
    }),
  'packet.v1.schema.json': () =>
    written(packetSchema, {
      id: 'packet',
      title: 'Runlight packet, version 1',
      description: 'What a case is handed on with, redacted and sealed: what `--packet FILE.json` writes.',
    }),
  'provider.v1.schema.json': () =>
    written(providerSchema, {
      id: 'provider',
      title: 'Runlight provider, version 1',
      description: 'A company or network that the wallet depends on: a file of `src/content/providers/`.',
    }),
  'tree.v1.schema.json': () =>
    written(treeSchema, {
      id: 'tree',
      title: 'Runlight escalation tree, version 1',
      description: 'From a symptom to the right hands, one question a screen: a file of `src/content/trees/`.',
    }),
  'escalation.v1.schema.json': () =>
    written(escalationSchema, {
      id: 'escalation',
      title: 'Runlight severities and roles, version 1',
      description: 'How bad, how fast, and who: `src/content/escalation.yaml`.',
    }),
};

/** The published schemas: absolute path, and the text that belongs there. */
export const schemaFiles: { file: string; text: string }[] = Object.entries(schemas).map(([name, make]) => ({
  file: join(folder, name),
  text: `${JSON.stringify(make(), null, 2)}\n`,
}));

if (import.meta.main) {
  for (const { file, text } of schemaFiles) {
    await mkdir(dirname(file), { recursive: true });
    const known = await readFile(file, 'utf8').catch(() => '');
    if (known !== text) await writeFile(file, text);
    process.stderr.write(`${file}${known === text ? ' is up to date' : ' written'}.\n`);
  }
}
