import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { z } from 'zod';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { layerSchema } from '../schemas/layer.ts';
import { readingSpecSchema } from '../schemas/reading.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import type { CheckDefinition } from './define.ts';

/** A check with its id (its file's name) and where it is. */
export interface RegisteredCheck {
  id: string;
  /** Absolute path of its file. */
  file: string;
  definition: CheckDefinition;
}

/** Checks by id. */
export type Registry = ReadonlyMap<string, RegisteredCheck>;

const definitionSchema = z.strictObject({
  summary: z.string().min(1),
  layer: layerSchema,
  params: z.record(z.string(), z.instanceof(z.ZodType)),
  readings: z.record(z.string(), readingSpecSchema),
  pointers: z.boolean().optional(),
  secrets: z.array(z.string()).optional(),
  run: z.custom<CheckDefinition['run']>((value) => typeof value === 'function', 'Expected a function.'),
});

export interface LoadedRegistry {
  registry: Registry;
  diagnostics: Diagnostic[];
}

/** Names that blocks use for themselves, so no check may take them as a parameter. */
const reserved = ['id', 'use', 'ask', 'layer', 'class'];

/**
 * Loads every `checks/*.ts` of `folders`. The same id twice, and a file that is no check, become
 * diagnostics; the others are still loaded. Paths in diagnostics are relative to `root`. With `only`,
 * no other check is imported.
 */
export async function loadRegistry(
  folders: readonly string[],
  relativePath: (file: string) => string,
  { fresh = false, only }: { fresh?: boolean; only?: ReadonlySet<string> } = {},
): Promise<LoadedRegistry> {
  const registry = new Map<string, RegisteredCheck>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of new Set(folders)) {
    const version = fresh ? await versionOf(folder) : '';
    for (const name of await checkFiles(folder)) {
      const file = join(folder, name);
      const report = (message: string, line = 1, column = 1): void => {
        diagnostics.push({ path: relativePath(file), line, column, severity: 'error', code: 'check-invalid', message });
      };
      const id = name.replace(/\.ts$/, '');
      if (!/^[a-z][a-z0-9-]*$/.test(id)) {
        report(`\`${id}\` is no name for a check; use lower-case letters, digits and hyphens.`);
        continue;
      }
      if (only && !only.has(id)) continue;
      const earlier = registry.get(id);
      if (earlier) {
        report(`The check \`${id}\` exists already in \`${relativePath(earlier.file)}\`; rename one of them.`);
        continue;
      }
      const loaded = await loadCheck(file, version);
      if ('message' in loaded) report(loaded.message, loaded.line, loaded.column);
      else registry.set(id, { id, file, definition: loaded.definition });
    }
  }
  return { registry, diagnostics };
}

async function checkFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name) && !name.startsWith('_'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}

/** Imports one check and says what is wrong with it, if anything. A new `version` imports it anew. */
export async function loadCheck(
  file: string,
  version = '',
): Promise<{ definition: CheckDefinition } | { message: string; line?: number; column?: number }> {
  let module: unknown;
  try {
    module = await importBounded(`${pathToFileURL(file).href}${version}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at =
      error instanceof Error ? new RegExp(`${RegExp.escape(file)}:(\\d+)(?::(\\d+))?`).exec(error.stack ?? '') : null;
    return {
      message: `The file cannot be loaded: ${message.split('\n')[0]}`,
      ...(at?.[1] ? { line: Number(at[1]), column: Number(at[2] ?? 1) } : {}),
    };
  }
  const exported = module && typeof module === 'object' && 'default' in module ? module.default : undefined;
  if (exported === undefined)
    return { message: 'The file has no default export; expected `export default defineCheck({…})`.' };
  const parsed = definitionSchema.safeParse(exported);
  if (!parsed.success) {
    return { message: parsed.error.issues.map((issue) => issueSentence(issue)).join(' ') };
  }
  const taken = Object.keys(parsed.data.params).find((name) => reserved.includes(name));
  if (taken)
    return {
      message: `\`params.${taken}\`: the name is taken by the block’s own attributes (${reserved.map((r) => `\`${r}\``).join(', ')}).`,
    };
  return { definition: exported as CheckDefinition };
}

/** What is put behind addresses in a folder, so that Node imports anew what has changed there, or beside it. */
async function versionOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const stamps = await Promise.all(
    names.map(async (name) => {
      const about = await stat(join(folder, name)).catch(() => null);
      return `${name} ${about?.mtimeMs} ${about?.size}`;
    }),
  );
  return `?fresh=${createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16)}`;
}

/** A check that ends the process or never finishes while it is loaded is a mistake of that file, not the end of everything. */
async function importBounded(address: string): Promise<unknown> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error('it was not loaded within 5 s; nothing may be awaited at its top level.')),
    5000,
  );
  // A thread that runs checks lets none of them end it.
  const exit = isMainThread ? process.exit : null;
  if (exit)
    process.exit = () => {
      throw new Error('it calls `process.exit` while it is loaded.');
    };
  try {
    return await Promise.race([import(address), late]);
  } finally {
    clearTimeout(timer);
    if (exit) process.exit = exit;
  }
}
