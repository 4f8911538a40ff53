import { describe, expect, it } from 'vitest';
import type { ReporterOptions } from './define-reporter.ts';
import { type Example, type ExampleRun, exampleRun, nightExamples } from './example-run.fixture.ts';
import { manyResults } from './hostile-runs.fixture.ts';
import { markdown } from './markdown.ts';
import { blobUrl, expectSummary } from './markdown-contract.fixture.ts';

async function render({ events }: ExampleRun, options: Partial<ReporterOptions> = {}): Promise<string> {
  let text = '';
  const reporter = markdown.create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: '/w',
    ...options,
  });
  for (const event of events) await reporter.onEvent(event);
  return text;
}

const blocks = (text: string): string[] => text.trimEnd().split('\n\n');
const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('#'));
const one: Example = { block: 'runbooks/a/one#head', title: 'It keeps up', verdict: 'fail', code: 'timeout' };
const night = exampleRun(nightExamples);

it('begins with the counts, the worst first, and the facts of the run', async () => {
  expect(blocks(await render(night)).slice(0, 3)).toEqual([
    '## Runlight: ✕ 2 failing · ▲ 1 degraded · ○ 1 not run · ● 5 healthy',
    '1 of the healthy passed only after a retry.',
    'environment `lab` · 21.3 s · commit `4f2c1e9a7b`',
  ]);
});

it('tells of a block what, where, why, the rows that say so, and what to do first', async () => {
  expect(blocks(await render(night)).slice(3, 9)).toEqual([
    '### ✕ Failing (2)',
    '#### BNB Smart Chain keeps up',
    '`runbooks/network/bsc-rpc.md:28` · `runbooks/network/bsc-rpc#bsc-head` · `expectation` · provider · `bsc-rpc`',
    'The newest block is 4 min 10 s old; its peer `bsc-rpc-2` is 83 blocks ahead.',
    [
      '| Reading | Now | Healthy |',
      '| --- | --- | --- |',
      '| ✕ `blockAge` | 4 min 10 s | \\< 15 s (degraded: \\< 60 s) |',
      '| ✕ `lag` | 83 blocks | \\< 5 blocks (degraded: \\< 20 blocks) |',
      '| ▲ `latency` | 912 ms | \\< 800 ms |',
    ].join('\n'),
    '→ switch the RPC provider, then tell \\#swaps.',
  ]);
});

it('puts what failed before what is degraded, what could not tell and what did not run; then the pages, the worst first', async () => {
  const text = await render(
    exampleRun([
      { ...one, block: 'runbooks/a/one#s', title: 'S', verdict: 'skip', code: 'offline' },
      { ...one, block: 'runbooks/a/two#e', title: 'E', verdict: 'error', code: 'script' },
      { ...one, block: 'runbooks/a/two#w', title: 'W', verdict: 'warn', code: 'degraded' },
      { ...one, block: 'runbooks/a/three#f', title: 'F' },
    ]),
  );
  expect(headings(text)).toEqual([
    '## Runlight: ✕ 1 failing · ▲ 1 degraded · ? 1 could not tell · ○ 1 not run · ● 0 healthy',
    '### ✕ Failing (1)',
    '#### F',
    '### ▲ Degraded (1)',
    '#### W',
    '### ? Could not tell (1)',
    '#### E',
    '### ○ Not run (1)',
    '#### Our own network is gone (1)',
    '### Pages',
  ]);
  expect(blocks(text).at(-1)?.split('\n')).toEqual([
    '| Page | ✕ Failing | ▲ Degraded | ? Could not tell | ○ Not run | ● Healthy |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    '| `runbooks/a/three.md` | 1 | 0 | 0 | 0 | 0 |',
    '| `runbooks/a/two.md` | 0 | 1 | 1 | 0 | 0 |',
    '| `runbooks/a/one.md` | 0 | 0 | 0 | 1 | 0 |',
  ]);
});

it('tells once why many did not run, and names the first twenty', async () => {
  const skipped = Array.from({ length: 23 }, (_, index): Example => {
    return {
      ...one,
      block: `runbooks/a/one#b${index}`,
      verdict: 'skip',
      code: 'offline',
      message: 'No canary answers.',
    };
  });
  const text = await render(exampleRun(skipped));
  expect(text.match(/No canary answers/g)).toHaveLength(1);
  expect(text.match(/^- `runbooks/gm)).toHaveLength(20);
  expect(text).toContain('- and 3 more\n');
});

it('keeps two reasons apart that say the same', async () => {
  const skip = { ...one, verdict: 'skip', message: 'Not here.' } as const;
  const text = await render(
    exampleRun([
      { ...skip, code: 'offline' },
      { ...skip, block: 'runbooks/a/one#b', code: 'budget' },
    ]),
  );
  expect(headings(text).slice(2, 4)).toEqual([
    '#### Our own network is gone (1)',
    '#### The target’s budget is used up (1)',
  ]);
});

describe('links', () => {
  it.each([
    ['/w', '/w', 'runbooks/network/bsc-rpc.md'],
    ['/w/docs/a (site)', '/w', 'docs/a%20%28site%29/runbooks/network/bsc-rpc.md'],
  ])('of the tree %s in the checkout %s lead to the row, in the source of the page', async (root, workspace, path) => {
    expect(await render(night, { root, workspace, blobUrl })).toContain(
      `[\`runbooks/network/bsc-rpc.md:28\`](${blobUrl}/${path}?plain=1#L28)`,
    );
  });

  it('are left out where the tree is outside the checkout, or nobody says where files are shown', async () => {
    expect(await render(night, { root: '/elsewhere', workspace: '/w', blobUrl })).not.toContain('](');
    expect(await render(night)).not.toContain('](');
  });
});

describe('evidence', () => {
  const withEvidence = (text: string, truncated = false): ExampleRun => {
    const run = exampleRun([one]);
    run.report.results[0]?.evidence.push({ title: 'What came', text, truncated });
    return run;
  };

  it('stands folded, in a fence that it cannot close', async () => {
    expect(blocks(await render(withEvidence('a\n```\n</details>\n'))).slice(-6, -2)).toEqual([
      '<details>\n<summary>Evidence</summary>',
      'What came',
      '````text\na\n```\n</details>\n````',
      '</details>',
    ]);
  });

  it.each([
    ['long', 'x'.repeat(2_001), false],
    ['of many lines', 'x\n'.repeat(41), false],
    ['cut already', 'x', true],
    ['empty', ' \n', false],
  ])('is left out where it is %s', async (_, text, truncated) => {
    expect(await render(withEvidence(text, truncated))).not.toContain('<details>');
  });
});

it('says when nothing ran, and when the run was interrupted or stopped', async () => {
  expect(blocks(await render(exampleRun([])))).toEqual([
    '## Runlight: ○ Nothing ran',
    'No check block was selected. `npx runlight check --list` shows every block.',
    'environment `lab` · 21.3 s · commit `4f2c1e9a7b`',
  ]);
  const unfinished = [{ ...one, block: 'runbooks/a/one#late' }];
  expect(await render(exampleRun([one], { interrupted: true, unfinished }))).toContain(
    '\n\nInterrupted: 1 of 2 blocks have a result.\n\n',
  );
  expect(await render(exampleRun([one], { unfinished }))).toContain(
    '\n\nStopped at the first failure: 1 of 2 blocks did not run.\n\n',
  );
});

describe('a summary that would be too large', () => {
  const many = manyResults(10_000);

  it('is cut from the least important end, and says how much is missing and where it is', async () => {
    const text = await render(many);
    expect(Buffer.byteLength(text)).toBeGreaterThan(500 * 1024);
    expect(text).toContain('## Runlight: ✕ 2000 failing');
    expect(text).not.toContain('### ○ Not run');
    const [, failing, rest] = /\*\*Left out here: (\d+) failing, (.*)\.\*\* GitHub drops/.exec(text) ?? [];
    expect(rest).toBe('2000 degraded, 2000 could not tell, 2000 not run');
    expect(text.match(/^#### /gm)).toHaveLength(2_000 - Number(failing));
    expect(text).toContain('`--reporter json=FILE` keeps everything.');
    expect(text).toContain('| and 300 more |');
  });

  it.each([1_000, 2_000, 20_000, 200_000])('keeps within %i bytes', async (room) => {
    const run = manyResults(400);
    const text = await render(run, { room });
    expect(text.includes('### Pages')).toBe(room > 1_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
    await expectSummary(text, run);
  });

  it('breaks, and writes nothing, where not even the headline fits', async () => {
    await expect(render(night, { room: 300 })).rejects.toThrow('room for 300 more bytes');
    await expect(render(night, { room: -5 })).rejects.toThrow('room for 0 more bytes');
  });
});
