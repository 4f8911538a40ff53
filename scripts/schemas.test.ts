import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { outcome, sealedOf } from '../src/packet/draft.fixture.ts';
import { packageRoot } from '../src/project/folders.ts';
import { schemaFiles } from './schemas.ts';

it.each(schemaFiles)('the published schema is the one that the code makes: $file', async ({ file, text }) => {
  expect(await readFile(file, 'utf8'), 'run `npm run build:schemas`').toBe(text);
});

describe.each([
  ['journey', 'journeys'],
  ['provider', 'providers'],
  ['tree', 'trees'],
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

describe('the schema of a packet', () => {
  const { text = '' } = schemaFiles.find(({ file }) => basename(file) === 'packet.v1.schema.json') ?? {};
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);

  it('accepts packets as they are made, and none without its seal', () => {
    for (const packet of [sealedOf(), sealedOf({ outcome, facts: {}, severity: null })]) {
      expect(validate(JSON.parse(JSON.stringify(packet))), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ content: packet.content })).toBe(false);
    }
  });
});

describe('what editors complete roles and trees from', () => {
  const validator = (kind: string) => {
    const { text = '' } = schemaFiles.find(({ file }) => basename(file) === `${kind}.v1.schema.json`) ?? {};
    return new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
  };
  const read = (path: string): Promise<string> => readFile(join(packageRoot, 'src/content', path), 'utf8');

  it('accepts our severities and roles', async () => {
    const validate = validator('escalation');
    expect(validate(parse(await read('escalation.yaml'))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses an outcome without an owner', async () => {
    const tree = parse(await read('trees/legal-compliance.yaml')) as { nodes: Record<string, Record<string, unknown>> };
    delete tree.nodes.danger?.owner;
    expect(validator('tree')(tree)).toBe(false);
  });

  it('is named in the first line of every tree', async () => {
    for (const file of await readdir(join(packageRoot, 'src/content/trees')))
      expect(await read(`trees/${file}`), file).toMatch(/^# yaml-language-server: \$schema=/);
  });
});
