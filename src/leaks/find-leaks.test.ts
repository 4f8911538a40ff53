import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import { findLeaks } from './find-leaks.ts';
import { type InternalTerms, internalTerms } from './internal-terms.ts';
import { readSite } from './read-site.ts';

const clean: Record<string, string> = {
  'index.html': '<!doctype html><title>Help</title><p>Find help here.</p>',
  'es/index.html': '<!doctype html><title>Help</title>',
  'pt-br/index.html': '<!doctype html><title>Help</title>',
  'help/outside/index.html':
    '<!doctype html><p>Your money is safe. Look at security before anything else.</p><p>Swaps are working</p>',
  'es/help/outside/index.html': '<!doctype html><p>Su dinero está a salvo.</p>',
  'pt-br/help/outside/index.html': '<!doctype html><p>Your money is safe.</p>',
  '404.html': '<!doctype html><title>404</title>',
};

/** A public site that leaks one thing: which file, its content, and what must be found. */
const leaking: [what: string, path: string, content: string | Buffer, kind: string][] = [
  ['a page that no front matter made public', 'runbooks/zebra-area/zebra-runbook/index.html', '<p>x</p>', 'route'],
  ['an internal title in HTML', 'help/outside/index.html', '<p>Zebra runbook title</p>', 'title'],
  ['an internal title, escaped, in JSON', 'data.json', '{"t":"Zebra runbook title"}', 'title'],
  [
    'text of a runbook, cut up by tags',
    'help/outside/index.html',
    '<p>The <b>zebra</b> internal text says <i>what only the</i> team may read</p>',
    'text',
  ],
  [
    'text of a runbook in the search index',
    'pagefind/fragment/en_1.pf_fragment',
    gzipSync('{"content":"The zebra internal text says what only the team may read"}'),
    'text',
  ],
  [
    'text of a runbook in a script',
    '_astro/page.js',
    'const a="zebra internal text says\\nwhat only the team may read"',
    'text',
  ],
  [
    'an internal route in the sitemap',
    'sitemap-0.xml',
    '<loc>https://help.fixture.example/runbooks/zebra-area/zebra-runbook/</loc>',
    'route',
  ],
  [
    'a source path in a source map',
    '_astro/page.js.map',
    '{"sources":["../../runbooks/zebra-area/zebra-runbook.md"]}',
    'page',
  ],
  ['a check', 'help/outside/index.html', '<p data-x="http-json">', 'check'],
  ['a check’s summary', 'help/outside/index.html', '<p>An HTTP endpoint answers with the JSON it should.</p>', 'check'],
  ['a target', 'data.json', '{"a":"zebra-target"}', 'target'],
  ['an address', 'data.json', '{"a":"https://zebra-host.example/x"}', 'address'],
  ['a secret’s name', 'data.json', '{"a":"ZEBRA_SECRET"}', 'secret'],
  ['a provider', 'data.json', '{"a":"zebra-provider"}', 'provider'],
  ['a provider’s name', 'help/outside/index.html', '<p>Zebra Provider Incorporated</p>', 'provider'],
  ['a provider’s contact', 'help/outside/index.html', '<p>ask #zebra-channel</p>', 'contact'],
  ['an owner', 'help/outside/index.html', '<p data-owner="zebra-team">', 'owner'],
  [
    'an edit address',
    'help/outside/index.html',
    '<a href="https://git.zebra-edit.example/edit/main/x.md">',
    'edit address',
  ],
  ['an environment', 'data.json', '{"environment":"zebra-env"}', 'environment'],
  ['a block of a runbook', 'data.json', '{"t":"The zebra block is well"}', 'title'],
  ['a comment', 'help/outside/index.html', '<!-- for the team -->', 'comment'],
];

let folder = '';
let internal: InternalTerms;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-leaks-'));
  internal = await internalTerms(await loadProject({ root: join(packageRoot, 'tests/fixtures/two-sites') }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function leaksIn(files: Record<string, string | Buffer>, name: string) {
  const site = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), content);
  }
  return findLeaks(await readSite(site), internal);
}

describe('the leak test', () => {
  it('finds nothing in a site that holds only public pages', async () => {
    expect(await leaksIn(clean, 'clean')).toEqual([]);
  });

  it.each(leaking)('finds %s', async (_what, path, content, kind) => {
    const leaks = await leaksIn(
      { ...clean, [path]: content },
      `leak-${leaking.findIndex((each) => each[0] === _what)}`,
    );
    expect(leaks.map((leak) => leak.kind)).toContain(kind);
  });

  it('finds a public page that was not built', async () => {
    const { 'help/outside/index.html': _, ...rest } = clean;
    expect(await leaksIn(rest, 'missing')).toEqual([
      expect.objectContaining({ kind: 'missing route', file: '/help/outside/' }),
    ]);
  });

  it('does not take a plain word that public pages use for a leak', async () => {
    expect(internal.terms.map(({ text }) => text)).not.toContain('security');
  });
});
