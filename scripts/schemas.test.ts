import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../src/project/folders.ts';
import { schemaFiles } from './schemas.ts';

it.each(schemaFiles)('the published schema is the one that the code makes: $file', async ({ file, text }) => {
  expect(await readFile(file, 'utf8'), 'run `npm run build:schemas`').toBe(text);
});

describe.each([
  ['journey', 'journeys'],
  ['provider', 'providers'],
])('the schema of a %s', (kind, folder) => {
  const { text = '' } = schemaFiles.find(({ file }) => basename(file) === `${kind}.v1.schema.json`) ?? {};
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);

  it('accepts every file of ours', async () => {
    const files = await readdir(join(packageRoot, 'src/content', folder));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const data: unknown = parse(await readFile(join(packageRoot, 'src/content', folder, file), 'utf8'));
      expect(validate(data), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it('refuses a misspelt key', () => {
    expect(validate({ title: 'A', does: 'B', name: 'C', entrys: [] })).toBe(false);
  });
});
