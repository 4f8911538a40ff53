import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reportSchemaFile, reportSchemaText } from './schemas.ts';

it('the published schema of the report is the one that the code makes', async () => {
  expect(await readFile(reportSchemaFile, 'utf8'), 'run `npm run build:schemas`').toBe(reportSchemaText());
});
