import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, type DiagnosticCode, diagnosticCodes } from '../schemas/diagnostic.ts';
import { issueSentence } from '../text/issue-sentence.ts';
import { suggest } from '../text/nearest.ts';
import type { YamlFile } from './read-yaml.ts';

/** Says what is wrong at a place of one file; the code is the file's usual one where none is given. */
export type Report = (position: { line: number; column: number }, message: string, code?: DiagnosticCode) => void;

/** The YAML files right in a folder, absolute, by name; none where there is no such folder. */
export async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** A file's name without its ending: the id of what stands in it. */
export const nameOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '');

export function reporter(path: string, usual: DiagnosticCode, diagnostics: Diagnostic[]): Report {
  return ({ line, column }, message, code = usual) => {
    diagnostics.push({ path, line, column, severity: diagnosticCodes[code].severity, code, message });
  };
}

/** Whether a file holds keys and values; what it holds instead is reported. An empty file is none, and no mistake. */
export function isUsable(yaml: YamlFile, report: Report): yaml is YamlFile & { data: Record<string, unknown> } {
  if (yaml.error) {
    report(yaml.error.position, `${yaml.error.message.replace(/\.$/, '')}.`, yaml.error.code);
    return false;
  }
  if (yaml.data === null) return false;
  if (typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    report({ line: 1, column: 1 }, 'Expected keys and values.');
    return false;
  }
  return true;
}

/** Reports what a schema found wrong, below the key `name` where it was given one. `known`: the keys at a path. */
export function reportIssues(
  error: z.ZodError,
  name: string | null,
  yaml: YamlFile,
  known: (path: readonly PropertyKey[]) => readonly string[],
  report: Report,
): void {
  const prefix = name === null ? [] : [name];
  for (const issue of error.issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report(
          yaml.positionOf(...path, key),
          `\`${[...path, key].map(String).join('.')}\` is not a key here.${suggest(key, known(issue.path))}`,
        );
    } else {
      report(yaml.positionOf(...path), issueSentence(issue, path, yaml.data));
    }
  }
}
