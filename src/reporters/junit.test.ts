import { XMLParser } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { exampleRun, nightExamples } from './example-run.fixture.ts';
import { junit } from './junit.ts';
import { element, xmlText } from './xml.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  htmlEntities: true,
});

function render() {
  let text = '';
  const reporter = junit.create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: '/tree',
  });
  for (const event of exampleRun(nightExamples).events) void reporter.onEvent(event);
  return parser.parse(text).testsuites;
}

it('has a case per block: named by title and id, classed by page, timed in seconds', () => {
  expect(render().testsuite[0].testcase[0]).toMatchObject({
    classname: 'runbooks/network/bsc-rpc',
    name: 'BNB Smart Chain keeps up (#bsc-head)',
    time: '0.212',
    file: 'runbooks/network/bsc-rpc.md',
    line: '24',
    failure: {
      type: 'expectation',
      message: 'The newest block is 4 min 10 s old; its peer `bsc-rpc-2` is 83 blocks ahead.',
    },
  });
});

it('says the run and the environment as properties of each suite', () => {
  for (const suite of render().testsuite) {
    expect(suite.properties.property).toEqual(
      expect.arrayContaining([
        { name: 'runId', value: 'r-1' },
        { name: 'environment', value: 'lab' },
      ]),
    );
  }
});

it('counts degraded as passed, with the reason in system-out', () => {
  const [degraded, , skipped] = render().testsuite[1].testcase;
  expect(degraded['system-out']).toContain('latency: 1.9 s, expected < 800 ms');
  expect(degraded).not.toHaveProperty('failure');
  expect(skipped.skipped.message).toContain('AGGREGATOR_KEY');
});

it('notes a pass that needed a retry', () => {
  expect(render().testsuite[0].testcase[2]['system-out']).toBe('Flaky: healthy at attempt 2.');
});

it('shows what XML cannot hold, and keeps what it can', () => {
  expect(xmlText('\u0000\u001b\ud800\ufffe ]]> 🧨\t\n')).toBe('\\u{0}\\u{1b}\\u{d800}\\u{fffe} ]]&gt; 🧨\t\n');
  expect(parser.parse(element('a', { b: 'x\n\ty "<&>' })).a.b).toBe('x\n\ty "<&>');
});
