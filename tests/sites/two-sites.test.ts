import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSite } from '../../src/leaks/read-site.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { type PublicStatus, publicStatusSchema } from '../../src/schemas/public-status.ts';
import { astroBuild, runlight, runNode } from './run.ts';

const fixture = join(packageRoot, 'tests/fixtures/two-sites');
let work = '';
let root = '';
let dist = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-two-sites-'));
  root = join(work, 'tree');
  dist = join(work, 'dist');
  await cp(fixture, root, { recursive: true });
  for (const audience of ['internal', 'public'] as const) {
    const ran = await astroBuild(root, audience, dist);
    if (ran.code !== 0) throw new Error(ran.output);
  }
});
afterAll(() => rm(work, { recursive: true, force: true }));

const leaks = () => runNode([join(packageRoot, 'scripts/leaks.ts')], { RUNLIGHT_ROOT: root, RUNLIGHT_DIST: dist });

describe('two sites from one source', () => {
  it('the internal site has every page', async () => {
    const files = await glob('**/index.html', { cwd: join(dist, 'internal') });
    for (const page of [
      'runbooks/quagga-area/quagga-runbook',
      'help/inside',
      'help/outside',
      'es/help/outside',
      'checks/http-json',
    ])
      expect(files).toContain(`${page}/index.html`);
    expect(
      files.filter((file) => /^(es|pt-br)\/runbooks/.test(file)),
      'runbooks have no translated fallback pages',
    ).toEqual([]);
  });

  it('no file of any kind of the public site holds an internal word', async () => {
    const files = await readSite(join(dist, 'public'));
    expect(files.length).toBeGreaterThan(10);
    expect(
      files.filter(({ text, path }) => /quagga/i.test(text) || /quagga/i.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('the public site says what it is for', async () => {
    const html = await readFile(join(dist, 'public/help/outside/index.html'), 'utf8');
    expect(html).toContain('Swaps are working');
    expect(html).not.toContain('<!-- ');
    const spanish = await readFile(join(dist, 'public/es/help/outside/index.html'), 'utf8');
    expect(spanish).toContain('Los intercambios funcionan');
  });

  it('a known issue stands on the article that it touches, in its language, and on the status page with its feeds', async () => {
    const read = (path: string): Promise<string> => readFile(join(dist, 'public', path), 'utf8');
    for (const [page, headline] of [
      ['help/outside', 'Rides take longer'],
      ['es/help/outside', 'Los paseos tardan más'],
      ['status', 'Rides take longer than usual.'],
      ['es/status', 'Los paseos tardan más de lo habitual.'],
      ['pt-br/status', 'Os passeios demoram mais do que o normal.'],
    ])
      expect(await read(`${page}/index.html`), page).toContain(headline);
    expect(await read('pt-br/help/outside/index.html')).toContain('Problema conhecido');
    const status = publicStatusSchema.parse(JSON.parse(await read('status.json')));
    expect([status.state, Object.keys(status.journeys), status.incidents.map(({ id }) => id)]).toEqual([
      'down',
      ['ride'],
      ['2026-11-02-outside-slow'],
    ]);
    expect(status.incidents[0]?.journeys).toEqual(['ride']);
    for (const [path, root] of [
      ['es/status/rss.xml', 'rss'],
      ['es/status/atom.xml', 'feed'],
    ] as const) {
      const xml = await read(path);
      expect(XMLValidator.validate(xml), path).toBe(true);
      const feed = new XMLParser().parse(xml) as Record<
        string,
        { channel?: { item: { title: string } }; entry?: { title: string } }
      >;
      expect(feed[root]?.channel?.item.title ?? feed[root]?.entry?.title).toBe(
        'En investigación: Los paseos tardan más',
      );
    }
    const [inside, secret] = await Promise.all(
      ['2026-11-02-outside-slow', '2026-11-03-quagga-escape'].map((id) =>
        readFile(join(dist, `internal/incidents/${id}/index.html`), 'utf8'),
      ),
    );
    expect(inside).toContain('the quagga keeper says that the door is shut');
    expect(secret).toContain('not public');
  });

  it('what is opened after the build is told by `--publish`, without another build', async () => {
    const before = JSON.parse(await readFile(join(dist, 'public/incidents.json'), 'utf8')) as PublicStatus;
    const ran = await runlight(
      'incident',
      'update',
      'outside-slow',
      '--root',
      root,
      '--phase',
      'resolved',
      '--text',
      'Rides are as quick as before.',
      '--text',
      'es=Los paseos van como antes.',
      '--text',
      'pt-br=Os passeios voltaram ao normal.',
      '--publish',
      dist,
      '--owner',
      'security',
    );
    expect(ran.code, ran.output).toBe(0);
    const after = JSON.parse(await readFile(join(dist, 'public/incidents.json'), 'utf8')) as PublicStatus;
    expect([before.incidents.length, after.incidents.length]).toEqual([1, 0]);
    for (const site of ['internal', 'public'])
      expect(await readFile(join(dist, site, 'status.json'), 'utf8')).not.toMatch(/quagga/i);
    expect((await leaks()).output).toContain('Nothing internal is in the public site');
  });

  it('the leak test passes on it, and fails when one internal word is put into one file', async () => {
    expect((await leaks()).output).toContain('Nothing internal is in the public site');
    const file = join(dist, 'public/help/outside/index.html');
    const html = await readFile(file, 'utf8');
    await writeFile(file, html.replace('</body>', '<p>quagga-target</p></body>'));
    const ran = await leaks();
    await writeFile(file, html);
    expect(ran.code).toBe(1);
    expect(ran.output).toContain('help/outside/index.html: target: quagga-target');
  });

  it('caches and stores of the two builds are apart, and the public store never held an internal page', async () => {
    const cache = join(root, '.runlight/cache');
    const stores = await glob('**/data-store.json', { cwd: cache, dot: true });
    expect(stores.sort()).toEqual(['internal/data-store.json', 'public/data-store.json']);
    expect(await readFile(join(cache, 'public/data-store.json'), 'utf8')).not.toContain('Quagga runbook title');
    expect(await readFile(join(cache, 'internal/data-store.json'), 'utf8')).toContain('Quagga runbook title');
  });

  it('a public page that prints an internal file fails the leak test after a real build', async () => {
    const page = join(root, 'src/content/docs/help/leaky.mdx');
    await writeFile(
      page,
      "---\ntitle: Leaky\ndescription: Prints a file.\naudience: public\n---\n\nimport targets from '../../targets/quagga-env.yaml?raw';\n\n<pre>{targets}</pre>\n",
    );
    const built = await astroBuild(root, 'public', dist);
    expect(built.code, built.output).toBe(0);
    const ran = await leaks();
    await rm(page);
    expect(ran.code).toBe(1);
    expect(ran.output).toContain('help/leaky/index.html: target: quagga-target');
  });
});

describe('what browsers would leave out', () => {
  it('fails the build with each page that has it, the translations that show it included, cold and warm', async () => {
    const page = join(root, 'src/content/docs/help/clicks.md');
    await writeFile(
      page,
      '---\ntitle: Clicks\ndescription: Has a button.\naudience: public\n---\n\n<button onclick="alert(1)">Press</button>\n\n`<p onclick=...>` and `<script>x()</script>` are only text.\n',
    );
    for (const temperature of ['cold', 'warm']) {
      const built = await astroBuild(root, 'public', join(work, 'refused'));
      expect([temperature, built.code]).toEqual([temperature, 1]);
      expect(built.output).toContain(
        'The finished site has 3 parts that its Content-Security-Policy does not let through.',
      );
      expect(built.output).toContain('help/clicks/index.html: `<button onclick=…>` is an inline event handler');
      expect(built.output).toContain("addEventListener('click', …)");
    }
    await rm(page);
  });
});

describe('links of the built sites', () => {
  it('a broken link and a broken fragment are named with page and line of the source', async () => {
    const page = join(root, 'src/content/docs/help/outside.md');
    const text = await readFile(page, 'utf8');
    await writeFile(page, `${text}\nSee [nowhere](/help/nowhere/) and [no heading](/es/help/outside/#nada).\n`);
    await mkdir(dist, { recursive: true });
    const built = await astroBuild(root, 'public', dist);
    expect(built.code, built.output).toBe(0);
    const ran = await runlight('links', 'public', '--root', root, '--dist', dist);
    await writeFile(page, text);
    expect(ran.code).toBe(1);
    const line = text.split('\n').length + 1;
    expect(ran.stdout).toContain(`src/content/docs/help/outside.md:${line}:5 error link-broken \`/help/nowhere/\``);
    expect(ran.stdout).toContain(
      `src/content/docs/help/outside.md:${line}:35 error link-broken \`/es/help/outside/#nada\``,
    );
  });

  it('links to other sites are asked only online, and are never called well when nothing can be reached', async () => {
    const page = join(root, 'src/content/docs/help/outside.md');
    const text = await readFile(page, 'utf8');
    await writeFile(
      page,
      `${text}\nSee [a closed port](http://127.0.0.1:9/) and [a name that cannot be](https://nowhere.invalid/).\n`,
    );
    const built = await astroBuild(root, 'public', dist);
    expect(built.code, built.output).toBe(0);
    expect((await runlight('links', 'public', '--root', root, '--dist', dist)).code).toBe(0);
    const online = await runlight('links', 'public', '--root', root, '--dist', dist, '--online');
    await writeFile(page, text);
    expect(online.code).toBe(3);
    expect(online.output).toContain('skip: offline');
  });
});
