import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { reasonCodes, reasons } from '../schemas/reason.ts';
import type { ReporterOptions } from './define-reporter.ts';
import { type Example, type ExampleRun, exampleRun, nightExamples } from './example-run.fixture.ts';
import { manyResults } from './hostile-runs.fixture.ts';
import { plainMessage } from './sarif/plain-message.ts';
import { sarif } from './sarif.ts';
import { expectSarif, parseSarif } from './sarif-contract.fixture.ts';

async function render({ events }: ExampleRun, options: Partial<ReporterOptions> = {}): Promise<string> {
  let text = '';
  const reporter = sarif.create({
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

const one: Example = { block: 'runbooks/a/one#head', title: 'It keeps up', verdict: 'fail', code: 'timeout' };

it('points at the row that explains the finding, and says enough in its first line', async () => {
  const { results, tool } = parseSarif(await render(exampleRun(nightExamples)));
  expect(results[0]).toEqual({
    ruleId: 'expectation',
    ruleIndex: 1,
    level: 'error',
    message: {
      text: [
        "BNB Smart Chain keeps up: The newest block is 4 min 10 s old; its peer 'bsc-rpc-2' is 83 blocks ahead.",
        'blockAge: 4 min 10 s, expected < 15 s (degraded: < 60 s)',
        'lag: 83 blocks, expected < 5 blocks (degraded: < 20 blocks)',
        'latency: 912 ms, expected < 800 ms',
        '→ switch the RPC provider, then tell #swaps.',
      ].join('\n'),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'runbooks/network/bsc-rpc.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 28, startColumn: 1 },
        },
      },
    ],
    partialFingerprints: { 'runlightBlockAndCode/v1': 'runbooks/network/bsc-rpc#bsc-head expectation' },
    properties: { block: 'runbooks/network/bsc-rpc#bsc-head', check: 'evm-rpc', verdict: 'fail' },
  });
  expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    'error expectation',
    'error unreachable',
    'warning degraded',
    'note no-secret',
  ]);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['unreachable', 'expectation', 'no-secret', 'degraded']);
});

it('knows a finding again when its page is edited, and tells it from another of the same block', async () => {
  const print = async (example: Example) =>
    parseSarif(await render(exampleRun([example]))).results[0]?.partialFingerprints;
  const first = await print({ ...one, line: 20 });
  expect(await print({ ...one, line: 90, title: 'Renamed', message: 'Another sentence.' })).toEqual(first);
  expect(await print({ ...one, code: 'unreachable' })).not.toEqual(first);
  expect(await print({ ...one, block: 'runbooks/a/one#tail' })).not.toEqual(first);
});

it.each([
  ['/w', '/w', 'runbooks/a/one.md'],
  ['/w/docs/site', '/w', 'docs/site/runbooks/a/one.md'],
  ['/w/a b (ü)', '/w', 'a%20b%20%28%C3%BC%29/runbooks/a/one.md'],
  ['/elsewhere', '/w', 'runbooks/a/one.md'],
])('names the files of the tree %s from the checkout %s, as a URI', async (root, workspace, uri) => {
  const [result] = parseSarif(await render(exampleRun([one]), { root, workspace })).results;
  expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

it('has a rule with its own help for every reason code that a block can end with', async () => {
  const run = exampleRun(
    reasonCodes.map(
      (code): Example => ({ ...one, block: `runbooks/a/one#${code}`, verdict: reasons[code].verdict, code }),
    ),
  );
  const text = await render(run);
  expectSarif(text, run);
  const { rules } = parseSarif(text).tool.driver;
  const told = reasonCodes.filter((code) => reasons[code].verdict !== 'skip' || code === 'no-secret');
  expect(rules.map(({ id }) => id)).toEqual(told);
  for (const { id, help } of rules) expect(help.text).toContain(`/codes/${id}/`);
});

describe('the run itself', () => {
  const invocation = async (run: ExampleRun) => parseSarif(await render(run)).invocations[0];

  it.each([
    ['was interrupted', exampleRun([one], { interrupted: true }), 'interrupted'],
    ['ran nothing', exampleRun([]), 'Nothing ran'],
    ['could not tell', exampleRun([{ ...one, verdict: 'error', code: 'script' }]), '1 of 1 blocks could not tell'],
  ])('that %s was not successful, and says why', async (_, run, says) => {
    const { executionSuccessful, toolExecutionNotifications } = await invocation(run);
    expect(executionSuccessful).toBe(false);
    expect(toolExecutionNotifications.map(({ level, message }) => `${level}: ${message.text}`).join()).toMatch(
      new RegExp(`^error: .*${says}`),
    );
  });

  it('that found failures was successful: the tool did its work', async () => {
    expect(await invocation(exampleRun([one]))).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [],
    });
  });

  it('keeps environments and shards apart, so that one upload does not replace the other', async () => {
    const run = exampleRun([one]);
    Object.assign(run.report.run, { environment: 'eu/production', shard: '1/3' });
    expect(parseSarif(await render(run)).automationDetails.id).toBe('runlight/eu-production/1-3/r-1');
  });
});

describe('limits of GitHub', () => {
  it('keeps the 5,000 worst results, and says what it left out', async () => {
    const text = await render(manyResults(10_000));
    const { results, invocations } = parseSarif(text);
    expect(results).toHaveLength(5_000);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(4_000);
    expect(invocations[0].toolExecutionNotifications.map(({ level, message }) => [level, message.text])).toContainEqual(
      [
        'warning',
        "Left out here: 1000 degraded, 2000 not run. GitHub takes no more; '--reporter json=FILE' keeps everything.",
      ],
    );
  });

  it('stays below 10 MB when every sentence is as long as it can be', async () => {
    const noise = (index: number) =>
      Array.from({ length: 1_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((index * 7919 + at * 104_729) % 20_000)));
    const text = await render(
      exampleRun(
        Array.from({ length: 3_000 }, (_, index): Example => {
          return { ...one, block: `runbooks/a/one#b${index}`, message: noise(index).join('') };
        }),
      ),
    );
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    const { results, invocations } = parseSarif(text);
    expect(results.length).toBeLessThan(3_000);
    expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain(
      `Left out here: ${3_000 - results.length} failing.`,
    );
  });
});

it.each([
  ['a placeholder', 'see {0}', 'see {{0}}'],
  ['JSON', '{"a":{}}', '{{"a":{{}}}}'],
  ['a link', '[a](1) and [b] (c)', '[a] (1) and [b] (c)'],
  ['a name', 'the `latency` row', "the 'latency' row"],
])('writes %s so that a viewer shows it as it is', (_, text, written) => {
  expect(plainMessage(text)).toEqual({ text: written });
});
