import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { folders, packageRoot } from '../src/project/folders.ts';
import { loadTrees } from '../src/project/load-trees.ts';
import { publishedSchemas, schemaFile, schemaText } from './schemas.ts';

it.each(publishedSchemas)('the published %s is the one that the code makes', async (name) => {
  expect(await readFile(schemaFile(name), 'utf8'), 'run `npm run build:schemas`').toBe(schemaText(name));
});

const validator = (name: string) =>
  new Ajv2020({ allErrors: true, validateFormats: false }).compile(JSON.parse(schemaText(name)) as object);
const yamlOf = async (path: string): Promise<unknown> => parse(await readFile(join(packageRoot, path), 'utf8'));

it('what editors complete from takes every shipped tree, and the severities and roles', async () => {
  const isTree = validator('tree.v1.schema.json');
  const { files } = await loadTrees(packageRoot);
  expect(files.size).toBe(8);
  for (const { path, yaml } of files.values()) {
    expect(isTree(yaml.data), `${path}: ${JSON.stringify(isTree.errors)}`).toBe(true);
    expect(await readFile(join(packageRoot, path), 'utf8')).toMatch(/^# yaml-language-server: \$schema=/);
  }
  const isEscalation = validator('escalation.v1.schema.json');
  expect(isEscalation(await yamlOf(folders.escalation)), JSON.stringify(isEscalation.errors)).toBe(true);
});

it('what editors complete from refuses a misspelt key and an outcome without an owner', async () => {
  const isTree = validator('tree.v1.schema.json');
  const tree = (await yamlOf(`${folders.trees}/legal-compliance.yaml`)) as {
    nodes: Record<string, Record<string, unknown>>;
  };
  expect(isTree({ ...tree, strat: 'what' })).toBe(false);
  delete tree.nodes.danger?.owner;
  expect(isTree(tree)).toBe(false);
});
