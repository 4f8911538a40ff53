import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journeySchema } from '../schemas/journey.ts';
import { packageRoot } from './folders.ts';
import { loadProject } from './load.ts';

let work = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-journeys-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const page = `---
title: One
description: A page.
owner: support-ops
reviewed: 2026-11-01
journeys: [swap]
---

:::check[It works]{#works use="http-json" target="api"}
| Reading | Healthy |
| --- | --- |
| \`/status\` | = ok |
:::
`;
const targets = 'api:\n  url: https://api.example\n';

/** Writes a tree and says its mistakes. `‸` marks where the one in the file at `path` must be told. */
async function mistakesOf(path: string, marked: string, more: Record<string, string> = {}) {
  count += 1;
  const root = join(work, String(count));
  const files = { 'src/content/targets/lab.yaml': targets, 'runbooks/a/one.md': page, ...more };
  for (const [name, text] of Object.entries({ ...files, [path]: marked.replace('‸', '') })) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const lines = marked.slice(0, marked.indexOf('‸')).split('\n');
  const { diagnostics } = await loadProject({ root, now: new Date('2026-11-22T00:00:00Z') });
  return {
    said: diagnostics.map(
      ({ path: at, line, column, code, severity }) => `${at}:${line}:${column} ${severity} ${code}`,
    ),
    messages: diagnostics.map(({ message }) => message),
    place: `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
  };
}

const head = 'title: Swap\ndoes: Swaps.\nentries: [app]\nparts:\n';
const app = '  - id: app\n    name: App\n    layer: client\n';

describe('a journey with a mistake', () => {
  it.each<[string, string, string, string]>([
    ['an unknown part in `needs`', `${head}${app}    needs: [‸apo]\n`, 'unknown-part', 'Did you mean `app`'],
    [
      'an unknown entry',
      `title: A\ndoes: B.\nentries: [app, ‸ap]\nparts:\n${app}`,
      'unknown-part',
      'Did you mean `app`',
    ],
    [
      'an unknown part that it is seen through',
      `${head}${app}    seenThrough: [‸ap]\n`,
      'unknown-part',
      'Did you mean',
    ],
    [
      'an unknown part to compare with',
      `${head}${app}    checks:\n      - block: runbooks/a/one#works\n        ‸comparedWith: ap\n        readings: [/status]\n`,
      'unknown-part',
      'Did you mean `app`',
    ],
    [
      'an unknown block',
      `${head}${app}    checks:\n      - ‸runbooks/a/one#work\n`,
      'unknown-block',
      'Did you mean `runbooks/a/one#works`',
    ],
    [
      'an unknown reading',
      `${head}${app}    checks:\n      - watched: runbooks/a/one#works\n        readings: [‸/stat]\n`,
      'unknown-reading',
      'Did you mean `/status`',
    ],
    [
      'an unknown provider',
      `${head}${app}    ‸provider: nobody\n`,
      'unknown-provider',
      'There is no provider `nobody`',
    ],
    [
      'a circle in `needs`',
      `${head}${app}    needs: [‸b]\n  - id: b\n    name: B\n    layer: api\n    needs: [c]\n  - id: c\n    name: C\n    layer: api\n    needs: [app]\n`,
      'journey-circle',
      '`app` → `b` → `c` → `app`',
    ],
    ['a part that needs itself', `${head}${app}    needs: [‸app]\n`, 'journey-circle', '`app` → `app`'],
    [
      'two parts that are checked with each other',
      `${head}${app}    needs: [b]\n    seenThrough: [‸b]\n  - id: b\n    name: B\n    layer: api\n    checks:\n      - block: runbooks/a/one#works\n        comparedWith: app\n        readings: [/status]\n`,
      'journey-circle',
      '`seenThrough` and `comparedWith` run in a circle',
    ],
    [
      'a part that nothing needs',
      `${head}${app}  - ‸id: lost\n    name: Lost\n    layer: api\n`,
      'unneeded-part',
      'Nothing needs the part `lost`',
    ],
    ['no parts', 'title: A\ndoes: B.\n‸parts: []\n', 'journey-empty', 'no `parts`'],
    ['nothing in it', '‸', 'journey-empty', 'The file is empty'],
    ['an id given twice', `${head}${app}${app.replace('id', '‸id')}`, 'duplicate-id', 'a part `app` already'],
    ['an unknown layer', `${head}${app.replace('layer: client', '‸layer: cloud')}`, 'journey-invalid', 'is none of'],
    ['an unknown key', `${head}${app}    ‸need: []\n`, 'journey-invalid', 'Did you mean `needs`'],
    ['an unknown key at the top', `‸tile: A\n${head}${app}`, 'journey-invalid', 'Did you mean `title`'],
    ['no title', `‸does: B.\nparts: []\n`, 'journey-invalid', '`title` is missing'],
    ['no YAML', 'parts: [‸\n', 'journey-invalid', ''],
  ])('%s is told at its place', async (_, text, code, says) => {
    const { said, messages, place } = await mistakesOf('src/content/journeys/swap.yaml', text);
    // YAML's own parser decides where an unclosed list is wrong, and a missing key has no place.
    if (code !== 'journey-invalid' || says === '' || says.includes('missing')) {
      expect(said.filter((each) => each.startsWith('src/content/journeys/'))).toHaveLength(1);
      expect(said[0]).toContain(code);
      if (says !== '' && !says.includes('missing')) expect(said).toEqual([`${place} error ${code}`]);
    } else expect(said).toEqual([`${place} error ${code}`]);
    expect(messages[0]).toContain(says);
  });

  it('is told when the file has a name that no page can use', async () => {
    const { said } = await mistakesOf('src/content/journeys/My_Swap.yaml', `‸${head}${app}`, {
      'src/content/journeys/swap.yaml': `${head}${app}`,
    });
    expect(said).toEqual(['src/content/journeys/My_Swap.yaml:1:1 error invalid-id']);
  });

  it('does not hide that a page names it: the page is right', async () => {
    const { said } = await mistakesOf('src/content/journeys/swap.yaml', `${head}${app}    ‸nedes: []\n`);
    expect(said.filter((each) => each.includes('unknown-journey'))).toEqual([]);
  });
});

describe('a page that names a journey', () => {
  it('must name one that there is', async () => {
    const { said, messages, place } = await mistakesOf(
      'runbooks/a/two.md',
      page.replace('[swap]', '[swap, ‸swpa]').replaceAll('works', 'runs'),
      {
        'src/content/journeys/swap.yaml': `${head}${app}`,
      },
    );
    expect(said).toEqual([`${place} error unknown-journey`]);
    expect(messages[0]).toContain('Did you mean `swap`');
  });

  it('may name any in a tree without journeys', async () => {
    expect((await mistakesOf('runbooks/a/one.md', `‸${page}`)).said).toEqual([]);
  });
});

describe('a provider with a mistake', () => {
  const whole = 'name: P\ndoes: It does.\n';
  it.each<[string, string, string, string]>([
    ['an unknown status feed', `${whole}‸statusFeed: apy\n`, 'error unknown-target', 'Did you mean `api`'],
    [
      'an unknown team at the kill switch',
      `${whole}killSwitch:\n  ‸owner: enginering\n  does: It stops.\nlastTested: 2026-11-01\n`,
      'error unknown-owner',
      'Did you mean `engineering`',
    ],
    ['a test that is still to come', `${whole}‸lastTested: 2026-12-01\n`, 'error provider-invalid', 'still to come'],
    ['a test of long ago', `${whole}‸lastTested: 2025-11-01\n`, 'warning provider-untested', 'more than a year ago'],
    [
      'a kill switch that nobody has tried',
      `${whole}‸killSwitch:\n  owner: engineering\n  does: It stops.\n`,
      'warning provider-untested',
      'no `lastTested`',
    ],
    [
      'a misspelt key of a contact',
      `${whole}contacts:\n  - role: Desk\n    ‸hwo: By mail.\n    how: By mail.\n`,
      'error provider-invalid',
      'Did you mean `how`',
    ],
    ['a date that is none', `${whole}‸lastTested: last week\n`, 'error provider-invalid', '`lastTested`'],
  ])('%s is told at its place', async (_, text, what, says) => {
    const { said, messages, place } = await mistakesOf('src/content/providers/p.yaml', text);
    expect(said).toEqual([`${place} ${what}`]);
    expect(messages[0]).toContain(says);
  });
});

describe('our own journeys', async () => {
  const { journeys, pages, diagnostics } = await loadProject({ root: packageRoot });

  it('are the nine that users make, without a mistake', () => {
    expect([...journeys.keys()]).toEqual([
      'balances',
      'bridge',
      'buy',
      'connect',
      'receive',
      'sell',
      'send',
      'stake',
      'swap',
    ]);
    expect(diagnostics.filter(({ path }) => /journeys|providers/.test(path))).toEqual([]);
  });

  it('begin at the client and go down to a provider', () => {
    for (const [id, { parts, entries }] of journeys) {
      const layers = new Map(parts.map((part) => [part.id, part.layer]));
      expect(
        entries.map((entry) => layers.get(entry)),
        id,
      ).toEqual(entries.map(() => 'client'));
      expect(new Set(layers.values()), id).toContain('provider');
    }
  });

  it('say the same of a part that several of them have', () => {
    const all = [...journeys].flatMap(([journey, { parts }]) => parts.map((part) => ({ journey, part })));
    for (const [id, same] of Map.groupBy(all, ({ part }) => part.id)) {
      const facts = same.map(({ part: { name, layer, provider, seenThrough } }) => ({
        name,
        layer,
        provider,
        seenThrough,
      }));
      for (const fact of facts) expect(fact, id).toEqual(facts[0]);
    }
  });

  it('are all that pages name', () => {
    const named = new Set(pages.flatMap(({ frontmatter }) => frontmatter.journeys));
    expect([...named].filter((id) => !journeys.has(id))).toEqual([]);
  });

  it('are read as they are written, defaults included', () => {
    const parsed = journeySchema.parse({
      title: 'A',
      does: 'B.',
      parts: [{ id: 'a', name: 'A', layer: 'api', checks: ['p#a'] }],
    });
    expect(parsed.parts[0]).toEqual({
      id: 'a',
      name: 'A',
      layer: 'api',
      needs: [],
      seenThrough: [],
      checks: [{ kind: 'asked', block: 'p#a' }],
    });
  });
});
