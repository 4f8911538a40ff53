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
    '<!doctype html><p>Nothing has moved. Look at security before anything else.</p><p>Swaps are working</p>',
  'es/help/outside/index.html': '<!doctype html><p>Su dinero está a salvo.</p>',
  'pt-br/help/outside/index.html': '<!doctype html><p>Nothing has moved.</p>',
  'help/index.html': '<!doctype html><title>All articles</title>',
  'es/help/index.html': '<!doctype html><title>All articles</title>',
  'pt-br/help/index.html': '<!doctype html><title>All articles</title>',
  'status/index.html':
    '<!doctype html><h3>Rides take longer</h3><p>Rides take longer than usual. Next word at 10:30 UTC.</p>',
  'es/status/index.html': '<!doctype html><h3>Los paseos tardan más</h3>',
  'pt-br/status/index.html': '<!doctype html><p>2026-11-02-outside-slow</p>',
  'status.json': '{"id":"2026-11-02-outside-slow","name":"Riding"}',
  '404.html': '<!doctype html><title>404</title>',
};

/** A public site that leaks one thing: which file, its content, and what must be found. */
const leaking: [what: string, path: string, content: string | Buffer, kind: string][] = [
  ['a page that no front matter made public', 'runbooks/quagga-area/quagga-runbook/index.html', '<p>x</p>', 'route'],
  ['an internal title in HTML', 'help/outside/index.html', '<p>Quagga runbook title</p>', 'title'],
  ['an internal title, escaped, in JSON', 'data.json', '{"t":"Quagga runbook title"}', 'title'],
  [
    'text of a runbook, cut up by tags',
    'help/outside/index.html',
    '<p>The <b>quagga</b> internal text says <i>what only the</i> team may read</p>',
    'text',
  ],
  [
    'text of a runbook in the search index',
    'pagefind/fragment/en_1.pf_fragment',
    gzipSync('{"content":"The quagga internal text says what only the team may read"}'),
    'text',
  ],
  [
    'text of a runbook in a script',
    '_astro/page.js',
    'const a="quagga internal text says\\nwhat only the team may read"',
    'text',
  ],
  [
    'an internal route in the sitemap',
    'sitemap-0.xml',
    '<loc>https://help.fixture.example/runbooks/quagga-area/quagga-runbook/</loc>',
    'route',
  ],
  [
    'a source path in a source map',
    '_astro/page.js.map',
    '{"sources":["../../runbooks/quagga-area/quagga-runbook.md"]}',
    'page',
  ],
  ['a check', 'help/outside/index.html', '<p data-x="http-json">', 'check'],
  ['a check’s summary', 'help/outside/index.html', '<p>An HTTP endpoint answers with the JSON it should.</p>', 'check'],
  ['a target', 'data.json', '{"a":"quagga-target"}', 'target'],
  ['an address', 'data.json', '{"a":"https://quagga-host.example/x"}', 'address'],
  ['a secret’s name', 'data.json', '{"a":"QUAGGA_SECRET"}', 'secret'],
  ['a provider', 'data.json', '{"a":"quagga-provider"}', 'provider'],
  ['a provider’s name', 'help/outside/index.html', '<p>Quagga Provider Incorporated</p>', 'provider'],
  ['a provider’s contact', 'help/outside/index.html', '<p>ask #quagga-channel</p>', 'contact'],
  ['an owner', 'help/outside/index.html', '<p data-owner="quagga-team">', 'owner'],
  [
    'an edit address',
    'help/outside/index.html',
    '<a href="https://git.quagga-edit.example/edit/main/x.md">',
    'edit address',
  ],
  ['an environment', 'data.json', '{"environment":"quagga-env"}', 'environment'],
  ['a block of a runbook', 'data.json', '{"t":"The quagga block is well"}', 'title'],
  ['a tree’s title', 'data.json', '{"t":"Quagga tree title"}', 'tree'],
  ['a tree’s description', 'help/outside/index.html', '<p>Quagga tree description.</p>', 'tree'],
  ['a tree’s question', 'help/outside/index.html', '<p>Does the quagga stand in its field?</p>', 'tree'],
  [
    'a tree’s question, escaped',
    'help/outside/index.html',
    '<p>Is the quagga&#39;s stable well, &amp; is it &quot;shut&quot;?</p>',
    'text',
  ],
  ['a tree’s hint', '_astro/page.js', 'const a="Look at the quagga board first."', 'tree'],
  ['a choice’s label', 'data.json', '{"t":"Nobody sees a quagga"}', 'tree'],
  ['a check’s choice', 'data.json', '{"t":"The quagga is ill"}', 'tree'],
  ['an outcome', 'data.json', '{"t":"The quagga is known to the team."}', 'tree'],
  ['what an agent does', 'data.json', '{"t":"Bring the quagga some hay."}', 'tree'],
  ['what an agent attaches', 'data.json', '{"t":"The quagga\'s number"}', 'tree'],
  ['an outcome’s channel', 'help/outside/index.html', '<p>Tell #quagga-outcomes.</p>', 'channel'],
  ['a role', 'data.json', '{"role":"quagga-lead"}', 'role'],
  ['a role’s name', 'help/outside/index.html', '<p>Quagga mender</p>', 'role'],
  ['what a role does', 'data.json', '{"t":"Leads the quagga shift."}', 'role'],
  ['what a role never does', 'data.json', '{"t":"Rides the quagga alone."}', 'role'],
  ['a severity’s name', 'data.json', '{"t":"QUAGGA-1"}', 'severity'],
  ['a severity’s meaning', 'data.json', '{"t":"Quagga severity 2 means this."}', 'severity'],
  ['a severity’s example', 'data.json', '{"t":"A quagga of kind 3 runs away"}', 'severity'],
  ['when the public hears of it', 'data.json', '{"t":"When the quagga has left the house"}', 'severity'],
  ['how often it hears more', 'data.json', '{"t":"Every quagga minute"}', 'severity'],
  ['what to do in doubt', 'data.json', '{"t":"Take the larger quagga when two seem right."}', 'severity'],
  ['a journey’s part', 'help/outside/index.html', '<p>Quagga saddle</p>', 'journey'],
  ['what a journey is', 'data.json', '{"t":"Rides a quagga to the shop."}', 'journey'],
  ['when a macro is sent', 'data.json', '{"t":"To be sent after a quagga was seen."}', 'macro'],
  ['when it is sent, in Spanish', 'data.json', '{"t":"Se envía cuando alguien vio un quagga."}', 'macro'],
  ...['/trees/', '/trees/quagga-tree/', '/journeys/', '/journeys/quagga-journey/', '/macros/', '/macros/quagga-macro/']
    .concat(
      '/providers/',
      '/providers/quagga-provider/',
      '/packet/',
      '/incidents/',
      '/incidents/2026-11-02-outside-slow/',
    )
    .map((route): [string, string, string, string] => [
      `a link to ${route}`,
      'help/outside/index.html',
      `<a href="${route}?at=x">See</a>`,
      'route',
    ]),
  ['the title of a public incident', 'data.json', '{"t":"Quagga stable shut its door on our riders"}', 'incident'],
  ['its notes', 'status/index.html', '<p>Nobody outside may hear of the quagga door.</p>', 'incident'],
  ['its timeline', 'data.json', '{"t":"the quagga keeper says that the door is shut"}', 'text'],
  ['its follow-ups', 'data.json', '{"t":"Teach the quagga to open the door itself"}', 'incident'],
  ['its file', 'data.json', '{"t":"src/content/incidents/2026-11-02-outside-slow.md"}', 'incident'],
  ['an incident that is not public', 'status.json', '{"id":"2026-11-03-quagga-escape"}', 'incident'],
  [
    'a text of it that was written for later',
    'data.json',
    '{"t":"Whoever sees a quagga tells the keeper."}',
    'incident',
  ],
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

  it('does not take what a macro tells users for a leak, nor a choice of one word', async () => {
    const text = '<p>Thank you for your message. Your ticket is 7.</p><p>Well</p><p>Saddle</p>';
    expect(await leaksIn({ ...clean, 'help/outside/index.html': text }, 'for-users')).toEqual([]);
  });

  it('does not take a plain word that public pages use for a leak', async () => {
    expect(internal.terms.map(({ text }) => text)).not.toContain('security');
  });
});
