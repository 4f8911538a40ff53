import { expect, it } from 'vitest';
import { loadRegistry } from '../../src/checks/registry.ts';
import type { PageWorld } from '../../src/markdown/page-world.ts';
import { scanPage } from '../../src/markdown/scan-page.ts';
import { packageRoot } from '../../src/project/folders.ts';

const { registry } = await loadRegistry([`${packageRoot}/checks`], (file) => file);
const world: PageWorld = {
  registry,
  targets: ['api'],
  teams: ['support-ops'],
  journeys: [],
  pictures: ['tx-life'],
  topics: [],
  locales: ['en'],
  reviewEvery: 1e12,
};

/** Cells as an author may write them, and the expectation they must be read as. */
const cells: [cell: string, source: string][] = [
  ['`= 1`', '= 1'],
  ['`< 15 s`', '< 15 s'],
  ['``< 15 s``', '< 15 s'],
  ['`matches /a\\|b/`', 'matches /a|b/'],
  ['`in *a*, _b_`', 'in *a*, _b_'],
  ['= it\'s "fine" -- really...', '= it\'s "fine" -- really...'],
  ['= *bold* and _soft_', '= *bold* and _soft_'],
  ['matches /^v\\d+\\.\\d+$/', 'matches /^v\\d+\\.\\d+$/'],
  ['= 10:30', '= 10:30'],
  ['= https://example.com/a?b=c&d=e', '= https://example.com/a?b=c&d=e'],
  ['= &amp;', '= &amp;'],
  ['present', 'present'],
  ['absent', 'absent'],
  ['between 1 and 5', 'between 1 and 5'],
  ['!= null', '!= null'],
  ['>= 5', '>= 5'],
];
const onlyMd: typeof cells = [
  ['< 15 s', '< 15 s'],
  ['<15 s', '<15 s'],
  ['<= 3', '<= 3'],
  ['= {a}', '= {a}'],
  ['matches /^\\{/', 'matches /^\\{/'],
  ['= <b>', '= <b>'],
];

for (const [format, each] of [
  ['md', [...cells, ...onlyMd]],
  ['mdx', cells],
] as const) {
  it.each(each)(`in .${format} the cell %s is read as %s`, (cell, source) => {
    const text = `---\ntitle: A\ndescription: A.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\n:::check[A]{#a use="http-json" target="api"}\n| Reading | Healthy | Degraded |\n| :-- | --- | --- |\n| \`/value\` | ${cell} | ${cell} |\n:::\n`;
    const { page, diagnostics } = scanPage(`runbooks/a.${format}`, text, world);
    expect(diagnostics).toEqual([]);
    expect(
      page?.blocks[0]?.rows.map(({ reading, healthy, degraded }) => [reading, healthy.source, degraded?.source]),
    ).toEqual([['/value', source, source]]);
  });
}
