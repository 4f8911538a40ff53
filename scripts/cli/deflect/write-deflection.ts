import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Deflection } from '../../../src/schemas/deflection.ts';
import { UsageError } from '../define-command.ts';
import { keepClusters } from './kept-clusters.ts';
import { printDeflection } from './print-deflection.ts';

/** Writes what was asked for: files first, so that what is printed can name them. */
export async function writeDeflection(
  report: Deflection,
  { json, html, clusters }: { json: boolean; html: string | undefined; clusters: string | undefined },
): Promise<void> {
  const files: string[] = [];
  if (clusters !== undefined) {
    for (const cluster of report.clusters) {
      const file = join(clusters, `${cluster.id}.json`);
      await write(file, `${JSON.stringify(cluster, null, 2)}\n`);
      files.push(file);
    }
  }
  await keepClusters(report.clusters);
  const complete = { ...report, files };
  if (html !== undefined) {
    const { htmlReport } = await import('../../../src/deflect/html/html-report.ts');
    await write(html, htmlReport(complete, new Date()));
  }
  if (json) process.stdout.write(`${JSON.stringify(complete, null, 2)}\n`);
  else printDeflection(complete, html);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`\`${file}\` could not be written (${code}).`);
  }
}
