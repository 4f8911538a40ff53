import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { UsageError } from '../define-command.ts';

export interface DecodedFile {
  /** Pieces of text, without a byte order mark. */
  pieces(onBytes: (bytes: number) => void): AsyncGenerator<string>;
  size: number;
  /** What it was taken for: `utf-8`, `utf-16le`, or `windows-1252` where it is no UTF-8. */
  encoding: string;
  /** Its beginning, decoded. */
  start: string;
}

/** A JSON line may be a ticket with its whole conversation. */
const looked = 1024 * 1024;

/** Opens a text file in the encoding that its beginning has. A file that cannot be read is wrong use. */
export async function decodeFile(file: string): Promise<DecodedFile> {
  try {
    await using handle = await open(file, 'r');
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(looked), position: 0 });
    const head = buffer.subarray(0, bytesRead);
    const encoding = encodingOf(head);
    const start = new TextDecoder(encoding).decode(head, { stream: true });
    return {
      size,
      encoding,
      start,
      async *pieces(onBytes) {
        const decoder = new TextDecoder(encoding);
        for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
          const bytes = chunk as Buffer;
          onBytes(bytes.length);
          yield decoder.decode(bytes, { stream: true });
        }
        yield decoder.decode();
      },
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`\`${file}\` is no file that can be read (${code}).`);
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
