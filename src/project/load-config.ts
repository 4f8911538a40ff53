import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, configSchema } from '../schemas/config.ts';
import type { Diagnostic } from '../schemas/diagnostic.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import { folders } from './folders.ts';

/** Loads `runlight.config.ts`; without one the defaults hold. */
export async function loadConfig(
  root: string,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<{ config: Config; diagnostics: Diagnostic[] }> {
  const defaults = configSchema.parse({});
  const file = join(root, folders.config);
  if (!existsSync(file)) return { config: defaults, diagnostics: [] };
  const report = (...messages: string[]): { config: Config; diagnostics: Diagnostic[] } => ({
    config: defaults,
    diagnostics: messages.map((message) => ({
      path: folders.config,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'config-invalid',
      message,
    })),
  });
  let module: { default?: unknown };
  try {
    const version = fresh ? `?${(await stat(file)).mtimeMs}` : '';
    module = (await import(`${pathToFileURL(file).href}${version}`)) as { default?: unknown };
  } catch (error) {
    return report(
      `The file cannot be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    );
  }
  if (module.default === undefined)
    return report('The file has no default export; expected `export default defineConfig({…})`.');
  const parsed = configSchema.safeParse(module.default);
  if (parsed.success) return { config: parsed.data, diagnostics: [] };
  return report(
    ...parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(
            (key) =>
              `\`${[...issue.path, key].map(String).join('.')}\` is not a key of the configuration.${suggest(key, Object.keys(configSchema.shape))}`,
          )
        : [issueSentence(issue)],
    ),
  );
}
