import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const marks = ['runlight.config.ts', 'runbooks', 'src/content/docs', 'src/content/targets', 'src/content/trees'];

/** The tree around the current folder, if there is one. */
export function treeAround(): string | null {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (marks.some((name) => existsSync(resolve(folder, name)))) return folder;
    if (folder === dirname(folder)) return null;
  }
}
