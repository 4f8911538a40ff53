import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { paramMeta } from '../checks/param.ts';
import type { Registry } from '../checks/registry.ts';
import { type Diagnostic, diagnosticCodes } from '../schemas/diagnostic.ts';
import type { Page } from '../schemas/page.ts';

/** Files that blocks name as parameters and that are not there. Judged on every read: no page's cache knows of them. */
export async function checkFileParams(root: string, pages: readonly Page[], registry: Registry): Promise<Diagnostic[]> {
  const code = 'invalid-parameter';
  const named = pages.flatMap((page) =>
    page.blocks.flatMap(({ use, params, position }) =>
      Object.entries(registry.get(use)?.definition.params ?? {}).flatMap(([name, schema]) => {
        const path = params[name];
        if (path === undefined || paramMeta(schema).kind !== 'file' || !schema.safeParse(path).success) return [];
        return [{ page: page.path, position, name, path }];
      }),
    ),
  );
  const found = await Promise.all(
    named.map(async ({ path }) => (await stat(join(root, path)).catch(() => null))?.isFile() ?? false),
  );
  return named
    .filter((_, index) => !found[index])
    .map(({ page, position, name, path }) => ({
      ...{ path: page, line: position.line, column: position.column },
      ...{ severity: diagnosticCodes[code].severity, code },
      message: `\`${name}\` is \`${path}\`, and there is no such file; its path is counted from the root of the tree.`,
    }));
}
