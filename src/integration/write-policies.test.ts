import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePolicies } from './write-policies.ts';

let site = '';
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'runlight-policies-'));
});
afterEach(() => rm(site, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
}
const read = (path: string): Promise<string> => readFile(join(site, path), 'utf8');
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body>${body}</body></html>`;

describe('the policies of a built site', () => {
  it('stand in every page, each with its own hashes, whatever path the site is served under', async () => {
    const asset = '<script type="module" src="/team/docs/_astro/a.js"></script><img src="/team/docs/a.png">';
    await write({
      'index.html': page(`${asset}<script>one()</script>`),
      'deep/er/index.html': page('<script>two()</script>'),
      '.well-known/x.html': page('<script>three()</script>'),
      '404.html': page(asset),
    });
    await writePolicies(site, undefined);
    const policies = await Promise.all(
      ['index.html', 'deep/er/index.html', '.well-known/x.html', '404.html'].map(read),
    );
    for (const html of policies)
      expect(html).toContain(
        `<meta charset="utf-8"/><meta http-equiv="content-security-policy" content="default-src 'none'; `,
      );
    expect(new Set(policies.map((html) => /'sha256-[^']+'/.exec(html)?.[0])).size).toBe(4);
    expect(policies[3]).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  it('change nothing else: neither the rest of a page, byte for byte, nor other files, nor the search’s own', async () => {
    const html = page('<p>é 🦊\r\n<script>\r\nx()</script>');
    await write({ 'index.html': html, 'a.txt': page('x'), 'pagefind/x.html': page('x') });
    await writePolicies(site, undefined);
    expect(
      (await read('index.html')).replace(/<meta http-equiv="content-security-policy" content="[^"]+"\/>/, ''),
    ).toBe(html);
    expect(await read('a.txt')).toBe(page('x'));
    expect(await read('pagefind/x.html')).toBe(page('x'));
  });

  it('fail the build with every part that browsers would leave out, its page, and what to do', async () => {
    await write({
      'b/index.html': page('<button onclick="x()">x</button><button onclick="y()">y</button>'),
      'a/index.html': page('<iframe src="https://elsewhere.example/"></iframe>'),
    });
    const error = await writePolicies(site, 'https://help.example.com/base/').catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(Error);
    const lines = error instanceof Error ? error.message.split('\n') : [];
    expect(lines[0]).toBe('The finished site has 2 parts that its Content-Security-Policy does not let through.');
    expect(lines[1]).toMatch(/^a\/index\.html: `<iframe>` .* Link to it instead\.$/);
    expect(lines[2]).toMatch(/^b\/index\.html: `<button onclick=…>` .* `addEventListener/);
  });
});
