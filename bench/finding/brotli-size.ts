import { brotliCompressSync } from 'node:zlib';

/** Bytes of a text on the wire, with Brotli at its best. */
export const brotliSize = (text: string | Buffer): number => brotliCompressSync(text).length;
