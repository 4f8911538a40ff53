import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Reporter, reporters } from '../../src/reporters/reporter.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/** The reporters that were asked for, with the files they write to. */
export interface ReporterSet {
  create(root: string): Reporter[];
  /** Waits until everything is written, and says where. */
  finish(): Promise<void>;
}

type ReporterName = keyof typeof reporters;
const isReporter = (name: string): name is ReporterName => Object.hasOwn(reporters, name);

/** Reads `NAME[=FILE]…`; without any, the terminal. */
export function chooseReporters(wanted: readonly string[]): ReporterSet {
  const choices = (wanted.length > 0 ? wanted : ['terminal']).map(parseChoice);
  const onStdout = choices.filter(({ file }) => file === null).map(({ name }) => name);
  // GitHub reads workflow commands from standard output, between the lines that people read.
  const mayShare = onStdout.every((name) => name === 'terminal' || name === 'github');
  if (onStdout.length > 1 && !(mayShare && new Set(onStdout).size === onStdout.length)) {
    throw new UsageError(
      `${onStdout.map((name) => `\`${name}\``).join(' and ')} cannot both write to standard output; give one a file: \`--reporter ${onStdout[1]}=FILE\`.`,
    );
  }
  const files: { path: string; stream: WriteStream }[] = [];
  return {
    create: (root) => choices.map(({ name, file }) => createReporter(name, file, root, files)),
    async finish() {
      for (const { path, stream } of files.splice(0)) {
        stream.end();
        const says = await finished(stream).then(
          () => `Report: ${path}`,
          (error: Error) => `The report \`${path}\` could not be written: ${error.message}`,
        );
        process.stderr.write(`${says}\n`);
      }
    },
  };
}

function parseChoice(text: string): { name: ReporterName; file: string | null } {
  const [name = '', ...file] = text.split('=');
  if (!isReporter(name))
    throw new UsageError(`There is no reporter \`${name}\`.${suggest(name, Object.keys(reporters))}`);
  return { name, file: file.length > 0 ? file.join('=') : null };
}

function createReporter(
  name: ReporterName,
  file: string | null,
  root: string,
  files: { path: string; stream: WriteStream }[],
): Reporter {
  const workspace = process.env.GITHUB_WORKSPACE;
  if (file !== null) {
    const path = resolve(file);
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw new UsageError(`\`${file}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
    const stream = createWriteStream(path);
    // Said once at the end, by `finish`; until then the stream must not end the process.
    stream.on('error', () => {});
    files.push({ path, stream });
    return reporters[name].create({
      out: (text) => stream.write(text),
      colour: false,
      width: 80,
      interactive: false,
      root,
      workspace,
    });
  }
  const { stdout, env } = process;
  return reporters[name].create({
    out: (text) => stdout.write(text),
    colour: stdout.isTTY === true && !env.NO_COLOR,
    // Read at each use: a terminal may be resized during a run.
    get width() {
      return stdout.columns || 80;
    },
    interactive: stdout.isTTY === true && !env.CI,
    root,
    workspace,
  });
}
