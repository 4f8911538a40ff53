import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Runlight itself stands: its own checks, and its site. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

export const folders = {
  docs: 'src/content/docs',
  runbooks: 'runbooks',
  targets: 'src/content/targets',
  providers: 'src/content/providers',
  trees: 'src/content/trees',
  macros: 'src/content/macros',
  glossary: 'src/content/glossary',
  escalation: 'src/content/escalation.yaml',
  journeys: 'src/content/journeys',
  incidents: 'src/content/incidents',
  reviews: 'src/content/incidents/reviews',
  pictures: 'src/content/pictures',
  topics: 'src/content/topics.yaml',
  checks: 'checks',
  config: 'runlight.config.ts',
} as const;

/** A file's path from the root, `/`-separated. */
export function pathFrom(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

/** Folders that checks are taken from: Runlight's own, then the tree's. */
export function checkFolders(root: string): string[] {
  return [...new Set([join(packageRoot, folders.checks), join(root, folders.checks)])].filter((folder) =>
    existsSync(folder),
  );
}
