import { type Example, type ExampleRun, exampleRun, nightExamples, reading } from './example-run.fixture.ts';

/** Text that targets, pages and file names may hold, and that some format would obey or choke on. */
export const hostileTexts: Record<string, string> = {
  markup: '</failure></testcase><script>alert(1)</script>&amp;&#x1b;<!-- " \' -->',
  'CDATA end': 'a ]]> b <![CDATA[ c ]]>',
  'a workflow command': '::stop-commands::x',
  'workflow commands on lines': 'fine\n::error file=x::y\r\n  ::set-env name=PATH::/x\r::add-mask::a',
  'an old workflow command': 'see ##[stop-commands]x and ##[set-env name=a]b @##[add-mask]c',
  'percent and separators': '100%, 50%0A::x, a=b:c,d',
  'visible control characters': '\\u{1b}[31mred\\u{7}',
  'raw control characters': '\u001b[2J\u001b]0;title\u0007\u0000\u0008\u009b31m\u202e\ufeff\ufffe\uffff',
  'direction controls': 'a\u202eb\u2066c\u2069d\u061ce\u200ff\u200b@g',
  'newlines and tabs': '\n\nfirst\n\tsecond\r\nthird\n',
  'one very long word': 'x'.repeat(1_000_000),
  'very many words': 'word '.repeat(200_000),
  'very many newlines': '\n'.repeat(1_000_000),
  emoji: '🧨👩‍👩‍👧 日本語 مرحبا é',
  'half surrogate pairs': '\ud800 a \udc00',
  nothing: '',
  'property names': '__proto__ constructor',
  fences: '```\ncode\n```\n~~~\n````text\n`````',
  'the end of a detail': '</details>\n\n</summary></details><details open>x',
  pipes: '| a | b |\n|---|:-:|\n| c \\| d | `e|f` \\\\| `g\\|h|i`',
  entities: '&lt;b&gt; &#64;everyone &commat;me &amp;amp; &nbsp; &#x3c;i&#x3e;',
  'links and images':
    '[x](https://evil.example "t") ![i](http://evil.example/i.png) [![a](b)](c) [a](1) [b](sarif:/runs/0)',
  addresses:
    '<https://evil.example> https://evil.example/a?b=c www.evil.example, me@evil.example mailto:a@b.cd xmpp:x@y.zz (ftp://h/)',
  mentions: '@everyone @github/team cc @octocat, (@a) "@b": x@y @-c `@d`@e @`f`',
  'issues and commits':
    '#1 GH-1 gh-2. o/r#3 (#4) o/r@0123456789abcdef0123456789abcdef01234567 0123456 [deadbeef] CVE-2024-1 GHSA-aaaa-bbbb-cccc ABC-12',
  footnotes: 'a[^1] b^[c]\n\n[^1]: note',
  'reference definitions': '[x]: https://evil.example "t"\n\n[x] [x][x] [y][] ![x]',
  'setext underlines': 'Title\n===\n\nTitle\n---\n***\n___',
  headings: '# one\n###### six #\n#',
  lists: '- a\n* b\n+ c\n1. d\n2) e\n- [ ] f\n- [x] g',
  quotes: '> [!WARNING]\n> quoted\n>> twice',
  directives: ':::check[x]{#y use="z"}\n::leaf[a]{b}\n:text[c] a:b\n:::',
  formulas: '$x$ $$y$$ $`z`$ \\(a\\) ```math\n1\n```',
  'emoji names': ':tada: :+1: :-1: a:b:c',
  backticks: '`a``b` `` c `@d` ` `e ``` f ` g `` `@h',
  'indented code': '    four spaces\n\ttab',
  emphasis: '*a* **b** _c_ __d__ ~e~ ~~f~~ snake_case_name 2*3*4',
  'unclosed markup': '<!-- <a href="x" <![CDATA[ <?php <',
  placeholders: '{0} {{1}} {x} }{ {"error":{"code":-32000,"message":"a{0}b"}}',
  backslashes: '\\ \\\\ \\n C:\\path\\file \\* \\[x\\](y) \\`z\\` trailing\\',
};

const pass: Example = { block: 'runbooks/a/one#fine', title: 'Fine', verdict: 'pass' };

/** A run in which everything that may come from outside is `text`. */
export function hostileRun(text: string): ExampleRun {
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
  for (const { evidence } of run.report.results)
    evidence.push({ title: text, text, truncated: true }, { title: text, text, truncated: false });
  return run;
}

const tenMegabytes = (unit: string): string => unit.repeat(Math.ceil(10_000_000 / unit.length));

/** One text of 10 MB in one place; the unit is what costs most to escape or to break into words. */
export const hugeRuns: Record<string, () => ExampleRun> = {
  'a title': () => exampleRun([{ ...pass, title: tenMegabytes('@a `b'), verdict: 'fail', code: 'timeout' }]),
  'a message': () =>
    exampleRun([{ ...pass, verdict: 'fail', code: 'timeout', message: tenMegabytes('\n::error::|<&') }]),
  'a reading': () =>
    exampleRun([
      {
        ...pass,
        verdict: 'fail',
        code: 'expectation',
        readings: [reading('body', tenMegabytes('`\\|'), null, 'present', null, 'fail')],
      },
    ]),
  evidence() {
    const run = exampleRun([{ ...pass, verdict: 'fail', code: 'protocol' }]);
    run.report.results[0]?.evidence.push({
      title: 'What came',
      text: tenMegabytes('</details>\n```\n'),
      truncated: false,
    });
    return run;
  },
};

/** 5,000 blocks on 250 pages, of every verdict, with long messages. */
export function manyResults(count = 5_000): ExampleRun {
  const kinds: Pick<Example, 'verdict' | 'code'>[] = [
    { verdict: 'pass' },
    { verdict: 'fail', code: 'expectation' },
    { verdict: 'warn', code: 'degraded' },
    { verdict: 'error', code: 'script' },
    { verdict: 'skip', code: 'no-secret' },
  ];
  return exampleRun(
    Array.from({ length: count }, (_, index): Example => {
      const { verdict, code } = kinds[index % kinds.length] ?? { verdict: 'pass' };
      return {
        block: `runbooks/many/page-${Math.floor(index / 20)}#block-${index}`,
        title: `Block ${index}`,
        verdict,
        ...(code ? { code, message: `${index}: ${'it is not what it was, @all '.repeat(20)}` } : {}),
        line: 10 + index,
        readings: code === 'expectation' ? [reading('age', index, 's', '< 15 s', '< 60 s', 'fail')] : [],
      };
    }),
  );
}

/** Every run that each reporter must tell of without leaving its format. */
export const runs: Record<string, () => ExampleRun> = {
  'a night': () => exampleRun(nightExamples),
  'an empty run': () => exampleRun([]),
  'a healthy run': () => exampleRun([pass]),
  'an interrupted run': () =>
    exampleRun([pass], { interrupted: true, unfinished: [{ ...pass, block: 'runbooks/a/one#late' }] }),
  'a run interrupted before its first result': () => exampleRun([], { interrupted: true, unfinished: [pass] }),
  'five thousand results': () => manyResults(),
  ...Object.fromEntries(Object.entries(hostileTexts).map(([name, text]) => [name, () => hostileRun(text)])),
  ...Object.fromEntries(Object.entries(hugeRuns).map(([name, make]) => [`10 MB in ${name}`, make])),
};
