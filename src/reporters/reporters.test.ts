import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { attachReporters } from './attach.ts';
import { type ExampleRun, exampleRun, nightExamples, stream } from './example-run.fixture.ts';
import { hugeRuns, runs } from './hostile-runs.fixture.ts';
import { reportJsonSchema } from './json-schema.ts';
import { blobUrl, expectSummary } from './markdown-contract.fixture.ts';
import { type ReporterOptions, reporters } from './reporter.ts';
import { expectSarif } from './sarif-contract.fixture.ts';
import { parseCommands } from './workflow-commands.fixture.ts';

type ReporterName = keyof typeof reporters;

async function render(
  name: ReporterName,
  { events }: ExampleRun,
  options: Partial<ReporterOptions> = {},
): Promise<string> {
  let text = '';
  const warnings: string[] = [];
  const reporter = (await reporters[name]()).create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: '/tree',
    blobUrl,
    ...options,
  });
  await attachReporters(stream(events), [reporter], (warning) => warnings.push(warning));
  expect(warnings).toEqual([]);
  return text;
}

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'date-time': true } }).compile(
  reportJsonSchema(),
);

interface Suite {
  name: string;
  tests: string;
  failures: string;
  errors: string;
  skipped: string;
  testcase: Case[];
}
interface Case {
  classname: string;
  name: string;
  failure?: unknown;
  error?: unknown;
  skipped?: unknown;
  'system-out'?: unknown;
}
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

/** What each format's own reader must find in an output, whatever the texts in it are. */
const contract: Record<ReporterName, (text: string, run: ExampleRun) => void | Promise<void>> = {
  json(text, { report }) {
    expect(parseCommands(text).commands.slice(0, 3)).toEqual([]);
    const parsed: unknown = JSON.parse(text);
    expect(validate(parsed), JSON.stringify(validate.errors)?.slice(0, 500)).toBe(true);
    expect(parsed).toEqual(report);
  },

  junit(text, { report }) {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(parseCommands(text).commands.slice(0, 3)).toEqual([]);
    // The parser is lenient about these two; XML 1.0 is not.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u);
    expect(text).not.toContain(']]>');
    const { testsuites } = xml.parse(text) as { testsuites: Suite & { testsuite?: Suite[] } };
    const suites = testsuites.testsuite ?? [];
    expect(suites.map(({ name }) => name)).toEqual([...new Set(report.results.map(({ page }) => page.file))]);
    for (const { holder, cases } of [
      { holder: testsuites, cases: suites.flatMap((suite) => suite.testcase) },
      ...suites.map((suite) => ({ holder: suite, cases: suite.testcase })),
    ]) {
      const having = (key: 'failure' | 'error' | 'skipped') => String(cases.filter((one) => key in one).length);
      expect(holder).toMatchObject({
        tests: String(cases.length),
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
      });
    }
    const { total, fail, error, skip } = report.summary;
    expect(testsuites).toMatchObject({
      tests: String(total),
      failures: String(fail),
      errors: String(error),
      skipped: String(skip),
    });
  },

  github(text, { report }) {
    const { commands, other } = parseCommands(text);
    expect(new Set(commands.map(({ name }) => name)).difference(new Set(['error', 'warning', 'notice']))).toEqual(
      new Set(),
    );
    const blocks = commands.filter(({ properties }) => properties.file !== undefined);
    const count = (name: string) => blocks.filter((command) => command.name === name).length;
    expect(count('error')).toBe(report.summary.fail + report.summary.error);
    expect(count('warning')).toBe(report.summary.warn);
    expect(count('notice')).toBe(report.results.filter(({ reason }) => reason?.code === 'no-secret').length);
    const pages = new Map(report.results.map(({ block, page }) => [block, page.file]));
    for (const { properties, data } of blocks) {
      expect(pages.get(data.slice(data.lastIndexOf('\n') + 1))).toBe(properties.file);
      expect(Object.keys(properties)).toEqual(['file', 'line', 'col', 'title']);
      expect(Number(properties.line)).toBeGreaterThan(0);
    }
    const isTooMany = [count('error'), count('warning'), count('notice')].some((many) => many > 10);
    expect(other.map((line) => line.split(' per step')[0])).toEqual(
      isTooMany ? ['GitHub shows at most 10 errors and 10 warnings'] : [],
    );
  },

  terminal(text, { report }) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(parseCommands(text).commands.slice(0, 3)).toEqual([]);
    const lines = new Set(text.split('\n'));
    const unwell = report.results.filter(({ verdict }) => verdict !== 'pass');
    expect(unwell.filter(({ block }) => !lines.has(`  ${block}`)).slice(0, 3)).toEqual([]);
    expect([...lines].filter((line) => line.length > 170).slice(0, 3)).toEqual([]);
    expect(text.length).toBeLessThan(20_000 + report.results.length * 1_000);
    expect(text.endsWith('\n')).toBe(true);
  },

  markdown: expectSummary,
  sarif: expectSarif,
};

describe.each(Object.keys(reporters) as ReporterName[])('the %s reporter', (name) => {
  it.each(Object.entries(runs))('keeps its format with %s', async (_, make) => {
    const run = make();
    await contract[name](await render(name, run), run);
  });

  it.each(Object.entries(hugeRuns))('does not take long over 10 MB in %s', async (_, make) => {
    const run = make();
    const began = performance.now();
    await render(name, run);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('says the same when it has seen nothing but the end', async () => {
    const { report, planned } = exampleRun(nightExamples);
    await contract[name](await render(name, { report, planned, events: [{ type: 'end', report }] }), {
      report,
      planned,
      events: [],
    });
  });

  it('changes neither the report nor the events', async () => {
    const run = exampleRun(nightExamples);
    const before = structuredClone(run.events);
    await render(name, run);
    expect(run.events).toEqual(before);
  });
});
