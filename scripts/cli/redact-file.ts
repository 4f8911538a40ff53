import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { declaredSecrets } from '../../src/redact/declared-secrets.ts';
import { loadRedactTools, redact } from '../../src/redact/redact.ts';
import { redactStream } from '../../src/redact/redact-stream.ts';
import type { Removed } from '../../src/redact/removed-kinds.ts';
import { UsageError } from './define-command.ts';

const eraseLine = '\r\u001b[2K';
const mib = 1024 * 1024;

/**
 * Redacts a file, or standard input, to standard output, in parts: memory stays small, unless `json` wants
 * the whole text. Says what was removed. Bytes that are no UTF-8 become `�`, and that is said. A file that
 * cannot be read is wrong use; no message ever holds a part of the text.
 */
export async function redactFile(
  file: string | null,
  { secrets, json }: { secrets: Readonly<Record<string, string>>; json: boolean },
): Promise<Removed[]> {
  if (file === null && process.stdin.isTTY) process.stderr.write('Reading from the terminal; Ctrl-D ends it.\n');
  if (file !== null && (!existsSync(file) || statSync(file).isDirectory()))
    // Somebody may have put the secret itself where a file's name belongs.
    throw new UsageError(`\`${(await redact(file)).text}\` is no file that can be read.`);
  const tools = await loadRedactTools();
  const stream = redactStream(tools, { secrets: declaredSecrets(secrets) });
  const kept: string[] = [];
  const write = async (text: string): Promise<void> => {
    if (json) kept.push(text);
    else if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
  const progress = createProgress(file === null ? null : statSync(file).size);
  // A byte order mark is kept as it is.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isBroken = false;
  const take = async (piece: string): Promise<void> => {
    isBroken ||= piece.includes('\ufffd');
    await write(stream.push(piece));
  };
  try {
    for await (const chunk of file === null ? process.stdin : createReadStream(file, { highWaterMark: mib })) {
      const bytes = chunk as Buffer;
      await take(decoder.decode(bytes, { stream: true }));
      progress.add(bytes.length);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`\`${file ?? 'Standard input'}\` could not be read (${code}).`);
  } finally {
    progress.end();
  }
  await take(decoder.decode());
  await write(stream.end());
  const removed = stream.removed();
  if (json) {
    process.stdout.write(`${JSON.stringify({ text: kept.join(''), removed }, null, 2)}\n`);
  }
  if (isBroken) process.stderr.write('Some bytes were no UTF-8; they are `\ufffd` now.\n');
  return removed;
}

/** How far it is, on a terminal, for what takes over a second. */
function createProgress(size: number | null): { add(bytes: number): void; end(): void } {
  const startedAt = performance.now();
  let done = 0;
  let shownAt = 0;
  return {
    add(bytes) {
      done += bytes;
      const now = performance.now();
      if (!process.stderr.isTTY || process.stdout.isTTY || now - startedAt < 1000 || now - shownAt < 100) return;
      shownAt = now;
      const share =
        size === null || size === 0 ? '' : ` of ${Math.round(size / mib)} (${Math.floor((done / size) * 100)} %)`;
      process.stderr.write(`${eraseLine}${Math.round(done / mib)}${share} MiB`);
    },
    end() {
      if (shownAt > 0) process.stderr.write(eraseLine);
    },
  };
}
