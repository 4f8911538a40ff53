import { expect, it } from 'vitest';
import { inert } from '../text/inert.ts';
import { type Example, exampleRun, nightExamples } from './example-run.fixture.ts';
import { github } from './github.ts';
import { workflowCommand } from './workflow-command.ts';
import { parseCommands } from './workflow-commands.fixture.ts';

function render(
  examples: readonly Example[],
  options: { root?: string; workspace?: string; interrupted?: boolean } = {},
) {
  let text = '';
  const reporter = github.create({
    out: (part) => {
      text += part;
    },
    colour: false,
    width: 80,
    interactive: false,
    root: options.root ?? '/w',
    workspace: options.workspace,
  });
  for (const event of exampleRun(examples, { interrupted: options.interrupted ?? false }).events)
    void reporter.onEvent(event);
  return { text, ...parseCommands(text) };
}

const failing = (count: number): Example[] =>
  Array.from({ length: count }, (_, index) => ({
    block: `runbooks/a/one#b${index}`,
    title: 'x',
    verdict: 'fail',
    code: 'timeout',
  }));

it('points at the row that failed, and at the block where no row did', () => {
  const { commands } = render(nightExamples);
  expect(commands[0]).toMatchObject({
    name: 'error',
    properties: { file: 'runbooks/network/bsc-rpc.md', line: '28', title: 'Failing: BNB Smart Chain keeps up' },
  });
  expect(commands[0]?.data.split('\n')).toEqual([
    'The newest block is 4 min 10 s old; its peer `bsc-rpc-2` is 83 blocks ahead.',
    'blockAge: 4 min 10 s, expected < 15 s (degraded: < 60 s)',
    'lag: 83 blocks, expected < 5 blocks (degraded: < 20 blocks)',
    'latency: 912 ms, expected < 800 ms',
    '→ switch the RPC provider, then tell #swaps.',
    'runbooks/network/bsc-rpc#bsc-head',
  ]);
  expect(commands[1]).toMatchObject({ name: 'error', properties: { line: '15' } });
});

it('puts errors before warnings, and what failed before what we broke', () => {
  const { commands } = render([
    { block: 'runbooks/a/one#w', title: 'x', verdict: 'warn', code: 'degraded' },
    { block: 'runbooks/a/one#e', title: 'x', verdict: 'error', code: 'script' },
    { block: 'runbooks/a/one#f', title: 'x', verdict: 'fail', code: 'timeout' },
    { block: 'runbooks/a/one#i', title: 'x', verdict: 'skip', code: 'needs-input' },
    { block: 'runbooks/a/one#s', title: 'x', verdict: 'skip', code: 'no-secret' },
  ]);
  expect(commands.map(({ name, properties }) => `${name} ${properties.title}`)).toEqual([
    'error Failing: x',
    'error Could not tell: x',
    'warning Degraded: x',
    'notice Not run: x',
  ]);
});

it('is honest about how many GitHub shows', () => {
  expect(render(failing(10)).other).toEqual([]);
  expect(render(failing(11)).other).toEqual([
    'GitHub shows at most 10 errors and 10 warnings per step; this run has 11 errors. This log and the other reports have them all.',
  ]);
});

it('says why a step is red although no block failed', () => {
  expect(render([]).commands).toMatchObject([{ name: 'error', properties: { title: 'Nothing ran' } }]);
  expect(
    render([{ block: 'runbooks/a/one#a', title: 'x', verdict: 'pass' }], { interrupted: true }).commands,
  ).toMatchObject([{ name: 'error', properties: { title: 'Interrupted' } }]);
});

it.each([
  { root: '/w', workspace: '/w', file: 'runbooks/a/one.md' },
  { root: '/w/docs/site', workspace: '/w', file: 'docs/site/runbooks/a/one.md' },
  { root: '/elsewhere', workspace: '/w', file: 'runbooks/a/one.md' },
])('names files as GitHub does: $root in $workspace', ({ root, workspace, file }) => {
  expect(render(failing(1), { root, workspace }).commands[0]?.properties.file).toBe(file);
});

it('escapes so that what is read is what was said', () => {
  const text = '100%, a:b\r\n%0A::error::x,y=z';
  const { commands } = parseCommands(workflowCommand('error', { file: text, title: text }, text));
  expect(commands).toEqual([{ name: 'error', properties: { file: text, title: text }, data: text }]);
});

it.each(['::stop-commands::x', '   ::error file=a,line=1::b', '::SET-ENV name=a::b', 'see ##[stop-commands]x'])(
  'makes %j inert',
  (line) => {
    expect(parseCommands(line).commands).toHaveLength(1);
    expect(parseCommands(inert(line)).commands).toEqual([]);
  },
);

it.each(['::1:8545 refused', 'std::vector::size', '# heading', 'a :: b'])('leaves %j as it is', (line) => {
  expect(inert(line)).toBe(line);
});
