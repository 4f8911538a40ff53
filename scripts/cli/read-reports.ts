import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createToolBox } from '../../src/redact/redact.ts';
import { redactJson } from '../../src/redact/redact-json.ts';
import { type Report, reportSchema } from '../../src/schemas/report.ts';
import { UsageError } from './define-command.ts';

/**
 * Reads reports that `--reporter json=FILE` wrote, without any secret: who knows where they were made, and by
 * which version. One that is no report is wrong use; all of them are said.
 */
export async function readReports(files: readonly string[]): Promise<Report[]> {
  const reports: Report[] = [];
  const problems: string[] = [];
  const toolsFor = createToolBox();
  for (const file of files) {
    try {
      const read: unknown = JSON.parse(await readFile(file, 'utf8'));
      reports.push(reportSchema.parse(await redactJson(read, {}, toolsFor)));
    } catch (error) {
      problems.push(`\`${file}\` is no report of \`--reporter json\`: ${sentence(error)}`);
    }
  }
  if (problems.length > 0) throw new UsageError(`${problems.join('\n')}\nNothing was published.`);
  return reports;
}

function sentence(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.') || 'the whole'}: ${issue?.message}.`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file.';
  // What a parser says of a text quotes it.
  if (error instanceof SyntaxError) return 'it is not JSON.';
  return `${error instanceof Error ? error.message : String(error)}.`;
}
