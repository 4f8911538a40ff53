import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { type Diagnostic, diagnosticCodes } from '../../src/schemas/diagnostic.ts';
import { launchBrowser } from '../browser.ts';
import { mistakeSite } from '../mistakes/site.ts';
import { mistakeSiteRoot } from '../mistakes/write-sites.ts';
import { astroBuild, childEnvironment, runlight } from './run.ts';

let dist = '';
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'runlight-mistakes-'));
});
afterAll(() => rm(dist, { recursive: true, force: true }));

describe.each(['md', 'mdx'] as const)('the failing site in .%s', (format) => {
  // A copy: what a build leaves behind does not belong among the fixtures.
  const root = join(tmpdir(), `runlight-mistakes-${process.pid}-${format}`);
  beforeAll(() => cp(mistakeSiteRoot(format), root, { recursive: true }));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const { files, expected } = mistakeSite(format);
  const places = expected.map(
    ({ path, line, column, code }) =>
      `${path}:${line}:${column} ${diagnosticCodes[code as keyof typeof diagnosticCodes].severity} ${code} `,
  );
  const errors = places.filter((place) => place.includes(' error '));

  it('is the one that the table of cases makes', async () => {
    const there = await glob('**/*', { cwd: mistakeSiteRoot(format), ignore: ['.runlight/**'] });
    expect(there.sort(), 'run `node tests/mistakes/write-sites.ts`').toEqual(Object.keys(files).sort());
    for (const [path, text] of Object.entries(files))
      expect(await readFile(join(mistakeSiteRoot(format), path), 'utf8'), path).toBe(text);
  });

  it('is refused by `runlight lint`, every mistake at its place and no other', async () => {
    const ran = await runlight('lint', '--root', root);
    expect(ran.code).toBe(1);
    const lines = ran.stdout.trimEnd().split('\n');
    expect(lines.filter((line) => !places.some((place) => line.startsWith(place)))).toEqual([]);
    expect(places.filter((place) => !lines.some((line) => line.startsWith(place)))).toEqual([]);
  });

  it('is refused by `runlight lint --json` with the same', async () => {
    const ran = await runlight('lint', '--root', root, '--json');
    const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: Diagnostic[] };
    expect(diagnostics.map(({ path, line, column, code }) => ({ path, line, column, code }))).toEqual(
      expect.arrayContaining(expected),
    );
    expect(diagnostics.length).toBe(expected.length);
  });

  it('is refused by `astro build`, cold and warm, with every error', async () => {
    for (const temperature of ['cold', 'warm']) {
      const ran = await astroBuild(root, 'internal', dist);
      expect([temperature, ran.code]).not.toEqual([temperature, 0]);
      expect(
        errors.filter((place) => !ran.output.includes(place)),
        temperature,
      ).toEqual([]);
    }
  });

  it('is refused by `runlight check` before anything is asked', async () => {
    const ran = await runlight('check', '--root', root);
    expect(ran.code).toBe(2);
    expect(errors.filter((place) => !ran.output.includes(place))).toEqual([]);
  });
});

describe('`astro dev` on a page with a mistake', () => {
  const root = join(tmpdir(), `runlight-mistakes-${process.pid}-dev`);
  let server: { url: string; stop(): Promise<void> };
  beforeAll(async () => {
    await cp(mistakeSiteRoot('md'), root, { recursive: true });
    server = await startDev(root);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(root, { recursive: true, force: true });
  });

  it('shows the overlay with the mistake and its place, and serves the pages that are well', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const overlay = page.locator('vite-error-overlay');
      // Astro sends the error 200 ms after the page; a browser that is still starting misses it once.
      for (let attempt = 0; attempt < 6 && (await overlay.count()) === 0; attempt += 1) {
        await page.goto(`${server.url}runbooks/cases/unknown-check/`, { waitUntil: 'load' });
        await overlay.waitFor({ timeout: 4000 }).catch(() => {});
      }
      const text = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
      expect(text).toContain('There is no check `evm-rcp`');
      expect(text).toContain('unknown-check.md');
      const well = await page.goto(`${server.url}help/with-rows/`);
      expect(well?.status()).toBe(200);
    } finally {
      await browser.close();
    }
  });
});

/** Starts `astro dev` for a tree on a free port; it is ended by `stop`. */
async function startDev(root: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'dev', '--host', '127.0.0.1', '--port', '0'],
    {
      cwd: packageRoot,
      env: childEnvironment({ RUNLIGHT_ROOT: root }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
        if (match) resolve(match[0]);
      });
    }
    child.on('close', () => reject(new Error(`astro dev ended: ${output}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
