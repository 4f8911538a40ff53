import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { glob } from 'tinyglobby';

/** A file of a built site as text, whatever kind it is; compressed ones are opened. */
export interface SiteFile {
  /** From the site's folder. */
  path: string;
  text: string;
}

/** Reads every file below `folder`: pages, scripts, JSON, search index, sitemap, source maps, images. */
export async function readSite(folder: string): Promise<SiteFile[]> {
  const paths = await glob('**/*', { cwd: folder, dot: true });
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: open(await readFile(join(folder, path)), path).toString('utf8') })),
  );
}

function open(bytes: Buffer, path: string): Buffer {
  // Pagefind's index is gzip under names of its own.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
  return path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes;
}
