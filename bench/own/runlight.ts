import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { Report } from '../../src/schemas/report.ts';
import type { Contender, Said } from '../contender.ts';
import type { Command } from '../measure.ts';
import { type TreeShape, writeTree } from '../tree.ts';

export interface RunlightShape {
  id: string;
  title: string;
  pages: number;
  words: number;
  /** Each run finds pages that it has never seen; else the tree of the run before. */
  isNew: boolean;
}

/** Runlight as its users call it: for people in the terminal, and the report in a file. */
export function runlight({ id, title, pages, words, isNew }: RunlightShape): Contender {
  return {
    id,
    title,
    async prepare({ count, url, folder }) {
      const tree: TreeShape = { folder: join(folder, 'tree'), url, pages, blocks: count, words, seed: newSeed() };
      await writeTree(tree);
      const report = join(folder, 'report.json');
      return {
        command: checkCommand(tree.folder, ['--reporter', 'terminal', '--reporter', `json=${report}`]),
        report,
        ...(isNew ? { renew: () => writeTree({ ...tree, seed: newSeed() }) } : {}),
        countPassed: passedInReport,
      };
    },
  };
}

/** No two are the same, today or tomorrow: pages are kept by what is in them. */
export function newSeed(): number {
  return Math.floor(performance.timeOrigin + performance.now() * 1000);
}

export function checkCommand(tree: string, options: readonly string[] = []): Command {
  const script = join(packageRoot, 'scripts', 'runlight.mjs');
  return { file: process.execPath, args: [script, 'check', '--root', tree, ...options], cwd: packageRoot };
}

export function passedInReport({ report }: Said): number {
  return (JSON.parse(report ?? '') as Report).summary.pass;
}
