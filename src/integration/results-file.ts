import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { redactJson } from '../redact/redact-json.ts';

const name = 'results.json';
/** A site without results still has the file, so that browsers do not ask in vain. */
const none = `${JSON.stringify({ version: 1, publishedAt: new Date(0).toISOString(), blocks: {} })}\n`;

/** The results that stand in a built site, without secrets that whoever wrote them left in; or empty ones. */
export async function readPublished(outDir: string): Promise<string> {
  return readFile(join(outDir, name), 'utf8')
    .then(async (text) => `${JSON.stringify(await redactJson(JSON.parse(text) as unknown), null, 2)}\n`)
    .catch(() => none);
}

export async function writePublished(outDir: string, results: string): Promise<void> {
  await writeFile(join(outDir, name), results);
}

/** In `astro dev` the results of the built site are shown. */
export function devResults(outDir: string): Plugin {
  return {
    name: 'runlight-results',
    configureServer(server) {
      server.middlewares.use(`/${name}`, (_, response) => {
        void readPublished(outDir).then((results) => {
          response.setHeader('content-type', 'application/json');
          response.setHeader('cache-control', 'no-store');
          response.end(results);
        });
      });
    },
  };
}
