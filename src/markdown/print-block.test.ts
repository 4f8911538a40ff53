import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../project/folders.ts';
import { loadProject, type Project } from '../project/load.ts';
import { allBlocks } from '../project/plan.ts';
import type { Block } from '../schemas/page.ts';
import { type PrintableBlock, printBlock } from './print-block.ts';
import { scanPage } from './scan-page.ts';

const trees = await Promise.all(
  ['', 'tests/fixtures/every-check', 'tests/fixtures/two-sites'].map((path) =>
    loadProject({ root: join(packageRoot, path) }),
  ),
);

function scan(markdown: string, { registry, environments, config }: Project, ending: 'md' | 'mdx') {
  return scanPage(`runbooks/a/b.${ending}`, `---\ntitle: Page\n---\n\n${markdown}`, {
    registry,
    targets: [...environments.values()].flatMap((each) => Object.keys(each)),
    teams: config.teams,
    journeys: [],
    pictures: ['tx-life'],
    topics: [],
    locales: ['en'],
    reviewEvery: 1000,
  });
}

const asText = (block: Block): PrintableBlock => ({
  ...block,
  rows: block.rows.map(({ reading, healthy, degraded, meaning }) => ({
    reading,
    healthy: healthy.source,
    degraded: degraded?.source ?? null,
    meaning,
  })),
});

/** Everything but places, and the page that an id begins with. */
const bare = ({ id: _, position: __, ...block }: Block) => ({
  ...block,
  rows: block.rows.map(({ position: _, ...row }) => row),
});

describe('printBlock', () => {
  it.each(['md', 'mdx'] as const)(
    'prints every block of our trees so that a %s page reads the same block',
    (ending) => {
      const blocks = trees.flatMap((project) => allBlocks(project).map(({ block }) => ({ project, block })));
      expect(blocks.length).toBeGreaterThan(40);
      for (const { project, block } of blocks) {
        const { page, diagnostics } = scan(printBlock(asText(block)), project, ending);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(page?.blocks.map(bare)).toEqual([bare(block)]);
      }
    },
  );

  it.each(['md', 'mdx'] as const)('keeps what Markdown could take for its own, in a %s page', (ending) => {
    const [project] = trees as [Project];
    const { page, diagnostics } = scan(
      printBlock({
        title: 'One [of] two * <b>',
        localId: 'odd',
        use: 'http-json',
        params: { target: 'wallet-api', path: '/a?b="c"' },
        ask: [],
        layer: 'client',
        rows: [
          { reading: '/a|b', healthy: 'matches /^(a|`b`)$/', degraded: 'in x, "y|z"', meaning: 'this | that' },
          { reading: 'latency', healthy: '< 1 s', degraded: null, meaning: null },
        ],
        outcomes: { Failing: 'ask `#swaps` for _one_ {of} FOO_BAR *now*, [see](./x.md) <x> \\ at 10:30.' },
      }),
      project,
      ending,
    );
    expect(diagnostics.map(({ code }) => code).filter((code) => !/^missing-/.test(code))).toEqual([]);
    expect(page?.blocks[0]).toMatchObject({
      title: 'One [of] two * <b>',
      params: { target: 'wallet-api', path: '/a?b="c"' },
      layer: 'client',
      outcomes: { Failing: 'ask `#swaps` for _one_ {of} FOO_BAR *now*, [see](./x.md) <x> \\ at 10:30.' },
    });
    expect(
      page?.blocks[0]?.rows.map(({ reading, healthy, degraded, meaning }) => [
        reading,
        healthy.source,
        degraded?.source,
        meaning,
      ]),
    ).toEqual([
      ['/a|b', 'matches /^(a|`b`)$/', 'in x, "y|z"', 'this | that'],
      ['latency', '< 1 s', undefined, null],
    ]);
  });
});
