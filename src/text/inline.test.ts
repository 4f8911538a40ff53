import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../reporters/hostile-runs.fixture.ts';
import { asRead, expectInert, parseMarkdown } from '../reporters/markdown-contract.fixture.ts';
import { fence } from './fence.ts';
import { code, inline } from './inline.ts';
import { oneLine } from './one-line.ts';

/** Every place that a text stands in. */
function documentOf(text: string): string {
  const line = inline(text, 500);
  return [
    `#### ${line}`,
    line,
    `| Reading | Now |\n| --- | --- |\n| ${code(oneLine(text), 'cell')} | ${inline(text, 500, 'cell')} |`,
    `- ${code(text)} end`,
    fence(text),
    'The end.',
  ].join('\n\n');
}

function expectText(text: string): void {
  const tree = parseMarkdown(documentOf(text));
  expectInert(tree);
  const types = tree.children.map(({ type }) => type).filter((type) => type !== 'paragraph');
  expect(types, documentOf(text)).toEqual(['heading', 'table', 'list', 'code']);
  const [heading] = tree.children;
  expect(asRead(plainText(heading))).toBe(asRead(oneLine(text, 500)));
  expect(plainText(tree.children.at(-1))).toBe('The end.');
}

it.each(Object.entries(hostileTexts))('%s reads as the text that it is, and as nothing else', (_, text) => {
  expectText(text.slice(0, 2_000));
});

it('reads as the text that it is, whatever marks meet', () => {
  const parts = [
    ...'` `` ``` | \\ \\\\ @a @ #1 # http://x.y www.a.b a@b.cd <b> </details> <!-- --> &lt; [ ]( ![ [^1] [x]: * ** _ ~~ :x'.split(
      ' ',
    ),
    ...'::y[z] :tada: $ - 1. > === --- word é 0123456789 {a} ! " \' < GH-1 a/b#2 = + ##['.split(' '),
    ...[' ', '  ', '\n', '\n\n', '\t'],
  ];
  // Always the same texts: a test that fails must fail again.
  let seed = 20_261_123;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  for (let index = 0; index < 2_000; index += 1)
    expectText(Array.from({ length: 1 + next(10) }, () => parts[next(parts.length)]).join(''));
});

describe('what a person sees', () => {
  it.each([
    ['names between backticks as code', 'its peer `bsc-rpc-2` is ahead', 'its peer `bsc-rpc-2` is ahead'],
    ['a mention as code', 'ask @octocat, please', 'ask `@octocat`, please'],
    [
      'an address as code, without the punctuation around it',
      'see (https://a.example/b).',
      'see (`https://a.example/b`).',
    ],
    ['a reference to an issue as code, and a channel as it is', '#12 in #swaps', '`#12` in \\#swaps'],
    ['plain sentences plainly', 'The newest block is 4 min 10 s old; 1.9 s is too long - so what?', null],
    ['a number that opens a line', '1. first', '1\\. first'],
    ['code with backticks in a longer fence', 'a `` b@c` d', 'a \\`\\` `` b@c` `` d'],
  ])('%s', (_, text, written) => {
    expect(inline(text)).toBe(written ?? text);
  });

  it('keeps a cell in its cell: a pipe in code has a backslash, and one behind a backslash is made visible', () => {
    expect(code('a|b', 'cell')).toBe('`a\\|b`');
    expect(code('a\\|b', 'cell')).toBe('`a\\\\u{7c}b`');
    expect(code('a|b')).toBe('`a|b`');
  });

  it('writes no code where there is nothing', () => {
    expect(code(' ')).toBe('');
    expect(inline('')).toBe('');
  });
});
