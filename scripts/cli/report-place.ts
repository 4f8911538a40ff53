import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { UsageError } from './define-command.ts';

/** Where a report goes. */
export interface ReportPlace {
  options: ReporterOptions;
  /** Waits until everything is written; returns where it is or why it is not, `null` when there is nothing to say. */
  finish(): Promise<string | null>;
}

/** What a reporter is told whatever the place. */
export type SharedOptions = Pick<ReporterOptions, 'root' | 'workspace' | 'blobUrl'>;

/** GitHub drops the whole summary of a step that is larger than this: bytes. */
const largestSummary = 1024 * 1024;

/**
 * A file. It is written anew, unless it is the summary of a GitHub step (`summaryFile`): several
 * commands of a step share that. Throws `UsageError` where its folder cannot be made.
 */
export function filePlace(file: string, shared: SharedOptions, summaryFile: string | undefined): ReportPlace {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new UsageError(`\`${file}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  const isSummary = summaryFile ? path === resolve(summaryFile) : false;
  const there = isSummary ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
  const stream = createWriteStream(path, { flags: isSummary ? 'a' : 'w' });
  // Said once at the end, by `finish`; until then the stream must not end the process.
  stream.on('error', () => {});
  // What is there may not have ended its line.
  let between = there > 0 ? '\n' : '';
  return {
    options: {
      ...shared,
      out: (text) => {
        stream.write(between + text);
        between = '';
      },
      colour: false,
      width: 80,
      interactive: false,
      room: isSummary ? largestSummary - there - between.length : undefined,
    },
    finish: async () => {
      stream.end();
      return finished(stream).then(
        () => (stream.bytesWritten > 0 ? `Report: ${path}` : `Nothing was written to \`${path}\`.`),
        (error: Error) => `The report \`${path}\` could not be written: ${error.message}`,
      );
    },
  };
}

/** Standard output, as a person or a pipe sees it. */
export function stdoutPlace(shared: SharedOptions): ReportPlace {
  const { stdout, env } = process;
  let problem: Error | null = null;
  stdout.on('error', (error) => {
    problem ??= error;
  });
  return {
    options: {
      ...shared,
      out: (text) => stdout.write(text),
      colour: stdout.isTTY === true && !env.NO_COLOR,
      // Read at each use: a terminal may be resized during a run.
      get width() {
        return stdout.columns || 80;
      },
      interactive: stdout.isTTY === true && !env.CI,
    },
    finish: async () => {
      await new Promise<void>((done) => stdout.write('', () => done()));
      return problem && `The report could not be written to standard output: ${problem.message}. The verdicts stand.`;
    },
  };
}
