import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compress = promisify(brotliCompress);

export type Kind = 'html' | 'script' | 'style' | 'other';

/** One answer. Bytes of its body; brotli as it went over the wire, equal to raw where nothing can be saved. */
export interface Sent {
  path: string;
  kind: Kind;
  raw: number;
  brotli: number;
}

export interface StaticServer extends AsyncDisposable {
  url: string;
  /** What was sent since the last call. */
  take(): Sent[];
}

const types: Record<string, [kind: Kind, type: string]> = {
  '.html': ['html', 'text/html; charset=utf-8'],
  '.js': ['script', 'text/javascript; charset=utf-8'],
  '.mjs': ['script', 'text/javascript; charset=utf-8'],
  '.css': ['style', 'text/css; charset=utf-8'],
  '.json': ['other', 'application/json'],
  '.svg': ['other', 'image/svg+xml'],
  '.wasm': ['other', 'application/wasm'],
};

/** Serves a folder on a free port as a good host does: brotli at its best level, made once for each file. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const packed = new Map<string, Promise<{ raw: Buffer; body: Buffer }>>();
  let sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const [kind, type] = types[extname(file)] ?? ['other', 'application/octet-stream'];
    try {
      const known = packed.get(file) ?? pack(file, type !== 'application/octet-stream');
      packed.set(file, known);
      const { raw, body } = await known;
      sent.push({ path, kind, raw: raw.length, brotli: body.length });
      response.setHeader('content-type', type);
      if (body !== raw) response.setHeader('content-encoding', 'br');
      response.end(body);
    } catch {
      sent.push({ path, kind, raw: 0, brotli: 0 });
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function pack(file: string, isText: boolean): Promise<{ raw: Buffer; body: Buffer }> {
  const raw = await readFile(file);
  return { raw, body: isText ? await compress(raw) : raw };
}
