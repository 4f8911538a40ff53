import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Peer } from '../contender.ts';
import { versions } from './versions.ts';

const run = promisify(execFile);

/** What its build needs, by Debian's names. Its npm package downloads a binary from elsewhere, so it is built. */
const needs = 'cargo with Rust 1.95, and libxml2-dev, libcurl4-openssl-dev, libclang-dev, pkg-config';

/** Hurl, native: a file per check, 32 files at once (by default it would be one per core). */
export function hurl(home: string): Peer {
  const binary = join(home, 'bin', 'hurl');
  return {
    id: 'hurl',
    title: 'Hurl (32 at once)',
    version: versions.hurl,
    async install() {
      if (await isInstalled(binary)) return;
      await mkdir(home, { recursive: true });
      try {
        await run('cargo', ['install', 'hurl', '--version', versions.hurl, '--locked', '--quiet', '--root', home]);
      } catch (error) {
        const { stderr = String(error) } = error as { stderr?: string };
        const why = stderr.split('\n').find((line) => /error/i.test(line)) ?? stderr.slice(0, 160);
        throw new Error(`cargo could not build it (it needs ${needs}): ${why.trim()}`);
      }
    },
    async prepare({ count, url, folder }) {
      const files = join(folder, 'checks');
      await mkdir(files, { recursive: true });
      for (let index = 0; index < count; index += 1) {
        const text = `GET ${url}/checks/${index}\nHTTP 200\n[Asserts]\njsonpath "$.status" == "ok"\n`;
        await writeFile(join(files, `check-${index}.hurl`), text);
      }
      return {
        command: { file: binary, args: ['--test', '--parallel', '--jobs', '32', files], cwd: folder },
        countPassed: ({ stderr }) => Number(/^Succeeded files:\s+(\d+)/m.exec(stderr)?.[1] ?? 0),
      };
    },
  };
}

async function isInstalled(binary: string): Promise<boolean> {
  try {
    return (await run(binary, ['--version'])).stdout.startsWith(`hurl ${versions.hurl} `);
  } catch {
    return false;
  }
}
