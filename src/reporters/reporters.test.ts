import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { attachReporters } from './attach.ts';
import { type Example, type ExampleRun, exampleRun, nightExamples, reading, stream } from './example-run.fixture.ts';
import { reportJsonSchema } from './json-schema.ts';
import { type ReporterOptions, reporters } from './reporter.ts';
import { parseCommands } from './workflow-commands.fixture.ts';

type ReporterName = keyof typeof reporters;

async function render(
  name: ReporterName,
  { events }: ExampleRun,
  options: Partial<ReporterOptions> = {},
): Promise<string> {
  let text = '';
  const warnings: string[] = [];
  const reporter = reporters[name].create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: '/tree',
    ...options,
  });
  await attachReporters(stream(events), [reporter], (warning) => warnings.push(warning));
  expect(warnings).toEqual([]);
  return text;
}

/** Text that targets, pages and file names may hold, and that some format would obey or choke on. */
const hostile: Record<string, string> = {
  markup: '</failure></testcase><script>alert(1)</script>&amp;&#x1b;<!-- " \' -->',
  'CDATA end': 'a ]]> b <![CDATA[ c ]]>',
  'a workflow command': '::stop-commands::x',
  'workflow commands on lines': 'fine\n::error file=x::y\r\n  ::set-env name=PATH::/x\r::add-mask::a',
  'an old workflow command': 'see ##[stop-commands]x and ##[set-env name=a]b',
  'percent and separators': '100%, 50%0A::x, a=b:c,d',
  'visible control characters': '\\u{1b}[31mred\\u{7}',
  'raw control characters': '\u001b[2J\u001b]0;title\u0007\u0000\u0008\u009b31m\u202e\ufeff\ufffe\uffff',
  'newlines and tabs': '\n\nfirst\n\tsecond\r\nthird\n',
  'one very long word': 'x'.repeat(1_000_000),
  'very many words': 'word '.repeat(200_000),
  'very many newlines': '\n'.repeat(1_000_000),
  emoji: '🧨👩‍👩‍👧 日本語 مرحبا é',
  'half surrogate pairs': '\ud800 a \udc00',
  nothing: '',
  'property names': '__proto__ constructor',
};

const pass: Example = { block: 'runbooks/a/one#fine', title: 'Fine', verdict: 'pass' };

function hostileRun(text: string): ExampleRun {
  const readings = [
    reading(text, text, null, 'present', text, 'fail'),
    reading('none', null, 'ms', '< 1 s', null, 'fail'),
    reading('share', 99.123456, '%', '> 99.9 %', null, 'warn'),
    reading('flag', false, null, '= true', null, 'fail'),
  ];
  const said = { title: text, message: text, hint: text };
  const run = exampleRun([
    pass,
    {
      ...said,
      block: 'runbooks/a/one#f',
      verdict: 'fail',
      code: 'expectation',
      readings,
      target: text,
      outcomes: { Failing: text },
    },
    { ...said, block: 'runbooks/a/two#e', verdict: 'error', code: 'script', readings },
    { ...said, block: 'help/three#w', verdict: 'warn', code: 'degraded', readings, isPublic: true },
    { ...said, block: 'help/three#s', verdict: 'skip', code: 'no-secret', isPublic: true },
    { ...said, block: 'help/three#i', verdict: 'skip', code: 'needs-input' },
    { ...said, block: 'help/three#p', verdict: 'pass', attempts: 2 },
  ]);
  Object.assign(run.report.run, { environment: text, commit: text, shard: text });
  for (const { evidence } of run.report.results) evidence.push({ title: text, text, truncated: true });
  return run;
}

const runs: Record<string, ExampleRun> = {
  'a night': exampleRun(nightExamples),
  'an empty run': exampleRun([]),
  'an interrupted run': exampleRun([pass], {
    interrupted: true,
    unfinished: [{ ...pass, block: 'runbooks/a/one#late' }],
  }),
  ...Object.fromEntries(Object.entries(hostile).map(([name, text]) => [name, hostileRun(text)])),
};

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
const contract: Record<ReporterName, (text: string, run: ExampleRun) => void> = {
  json(text, { report }) {
    const parsed: unknown = JSON.parse(text);
    expect(validate(parsed), JSON.stringify(validate.errors)?.slice(0, 500)).toBe(true);
    expect(parsed).toEqual(report);
  },

  junit(text, { report }) {
    expect(XMLValidator.validate(text)).toBe(true);
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
    for (const { properties, data } of blocks) {
      const result = report.results.find(({ block }) => data.endsWith(`\n${block}`));
      expect(result?.page.file).toBe(properties.file);
      expect(Object.keys(properties)).toEqual(['file', 'line', 'col', 'title']);
      expect(Number(properties.line)).toBeGreaterThan(0);
    }
    expect(other).toEqual([]);
  },

  terminal(text, { report }) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(parseCommands(text).commands).toEqual([]);
    for (const { block, verdict } of report.results) {
      if (verdict !== 'pass') expect(text).toContain(`  ${block}\n`);
    }
    for (const line of text.split('\n')) expect(line.length, line.slice(0, 200)).toBeLessThanOrEqual(170);
    expect(text.length).toBeLessThan(20_000);
    expect(text.endsWith('\n')).toBe(true);
  },
};

describe.each(Object.keys(reporters) as ReporterName[])('the %s reporter', (name) => {
  it.each(Object.keys(runs))('keeps its format with %s', async (label) => {
    const run = runs[label] as ExampleRun;
    contract[name](await render(name, run), run);
  });

  it('says the same when it has seen nothing but the end', async () => {
    const { report, planned } = exampleRun(nightExamples);
    contract[name](await render(name, { report, planned, events: [{ type: 'end', report }] }), {
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
