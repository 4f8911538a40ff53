// Long because it is one list: each mistake, the smallest tree that has it, and what is said of it.
import type { DiagnosticCode } from '../../src/schemas/diagnostic.ts';

/** One mistake an author can make. `‸` in the text marks where it must be reported. */
export interface MistakeCase {
  name: string;
  code: DiagnosticCode;
  /** A part of the message: the nearest right name, what was expected. */
  says?: string;
  /** Path below the site, without its ending; `runbooks/cases/<slug of the name>` where it does not say. */
  path?: string;
  text: string;
  /** Pages that it needs beside it, by path without ending. */
  beside?: Record<string, string>;
  only?: 'md' | 'mdx';
}

const head = (more = ''): string => `---
title: A case
description: A page with one mistake.
owner: support-ops
reviewed: 2026-11-01
${more}---
`;

const table = '| Reading | Healthy | Degraded |\n| --- | --- | --- |\n| `blockAge` | `< 15 s` | `< 60 s` |';
/** A page whose only block opens with `opening` and holds `body`. */
const block = (opening: string, body = table, more = ''): string => `${head(more)}
Text before.

${opening}
${body}

- **Healthy**: go on.
:::

Text behind.
`;
const good = ':::check[The chain keeps up]{#chain use="evm-rpc" target="bsc-rpc"}';
const row = (cells: string): string => block(good, `| Reading | Healthy | Degraded |\n| --- | --- | --- |\n${cells}`);
const json = (cells: string): string =>
  block(
    ':::check[The API is well]{#api use="http-json" target="wallet-api"}',
    `| Reading | Healthy | Degraded |\n| --- | --- | --- |\n${cells}`,
  );

export const mistakes: MistakeCase[] = [
  {
    name: 'unknown check',
    code: 'unknown-check',
    says: 'Did you mean `evm-rpc`',
    text: block(':::check[A]{#a ‸use="evm-rcp" target="bsc-rpc"}'),
  },
  { name: 'missing check', code: 'missing-check', text: block('‸:::check[A]{#a target="bsc-rpc"}') },
  {
    name: 'unknown reading',
    code: 'unknown-reading',
    says: 'Did you mean `blockAge`',
    text: row('| ‸`blokAge` | `< 15 s` | |'),
  },
  { name: 'pointer where none is known', code: 'unknown-reading', text: row('| ‸`/data/0` | `= 1` | |') },
  { name: 'empty reading', code: 'unknown-reading', text: row('‸| | `< 15 s` | |') },
  {
    name: 'unknown attribute',
    code: 'unknown-attribute',
    says: 'Did you mean `target`',
    text: block(':::check[A]{#a use="evm-rpc" target="bsc-rpc" ‸tarjet="bsc-rpc"}'),
  },
  {
    name: 'class shorthand',
    code: 'unknown-attribute',
    says: '`.wide`',
    text: block(':::check[A]{#a ‸.wide use="evm-rpc" target="bsc-rpc"}'),
  },
  {
    name: 'unknown parameter asked',
    code: 'unknown-parameter',
    says: 'Did you mean `hash`',
    text: block(
      ':::check[A]{#a use="evm-transaction" target="bsc-rpc" hash="0x0000000000000000000000000000000000000000000000000000000000000001" ‸ask="hsh"}',
      '| Reading | Healthy |\n| --- | --- |\n| `state` | `= confirmed` |',
    ),
  },
  {
    name: 'missing parameter',
    code: 'missing-parameter',
    says: '`target`',
    text: block('‸:::check[A]{#a use="evm-rpc"}'),
  },
  {
    name: 'invalid parameter',
    code: 'invalid-parameter',
    says: 'expected one of',
    text: block(
      ':::check[A]{#a use="http-json" target="wallet-api" ‸method="BREW"}',
      '| Reading | Healthy |\n| --- | --- |\n| `/status` | `= ok` |',
    ),
  },
  {
    name: 'unknown target',
    code: 'unknown-target',
    says: 'Did you mean `bsc-rpc`',
    text: block(':::check[A]{#a use="evm-rpc" ‸target="bsc-rcp"}'),
  },
  {
    name: 'unknown layer of a block',
    code: 'unknown-layer',
    says: 'Did you mean `backend`',
    text: block(':::check[A]{#a use="evm-rpc" target="bsc-rpc" ‸layer="backnd"}'),
  },
  { name: 'unknown layer of a page', code: 'unknown-layer', text: head('‸layer: cloud\n') },
  {
    name: 'unknown owner',
    code: 'unknown-owner',
    says: 'Did you mean `support-ops`',
    text: '---\ntitle: A case\ndescription: One mistake.\n‸owner: suport-ops\nreviewed: 2026-11-01\n---\n',
  },
  {
    name: 'unknown journey',
    code: 'unknown-journey',
    says: 'Did you mean `swap`',
    text: head('journeys: [swap, ‸swpa]\n'),
  },
  {
    name: 'unknown topic',
    code: 'unknown-topic',
    says: 'Did you mean `swaps`',
    text: head('‸topic: swap\n'),
  },
  { name: 'no topic', code: 'missing-topic', path: 'src/content/docs/help/no-topic', text: `‸${head()}` },
  {
    name: 'unknown outcome',
    code: 'unknown-outcome',
    says: 'Did you mean `Failing`',
    text: `${head()}\n${good}\n${table}\n\n- **Healthy**: go on.\n‸- **Fails**: stop.\n:::\n`,
  },
  { name: 'outcome without label', code: 'unknown-outcome', text: `${head()}\n${good}\n${table}\n\n‸- go on.\n:::\n` },
  {
    name: 'duplicate outcome',
    code: 'duplicate-outcome',
    text: `${head()}\n${good}\n${table}\n\n- **Healthy**: go on.\n‸- **Healthy**: go on.\n:::\n`,
  },
  {
    name: 'unknown column',
    code: 'unknown-column',
    says: 'Did you mean `Degraded`',
    text: block(good, '| Reading | Healthy | ‸Degarded |\n| --- | --- | --- |\n| `blockAge` | `< 15 s` | |'),
  },
  {
    name: 'column twice',
    code: 'unknown-column',
    says: 'twice',
    text: block(good, '‸| Reading | Healthy | Healthy |\n| --- | --- | --- |\n| `blockAge` | `< 15 s` | |'),
  },
  {
    name: 'missing column',
    code: 'missing-column',
    says: '`Healthy`',
    text: block(good, '‸| Reading | Degraded |\n| --- | --- |\n| `blockAge` | `< 15 s` |'),
  },
  {
    name: 'bad expectation',
    code: 'bad-expectation',
    says: 'is not an expectation',
    text: row('| `blockAge` | ‸`about 15 s` | |'),
  },
  { name: 'bad degraded expectation', code: 'bad-expectation', text: row('| `blockAge` | `< 15 s` | ‸`below 60 s` |') },
  {
    name: 'misspelt operator word',
    code: 'bad-expectation',
    says: 'Did you mean `between`',
    text: row('| `blockAge` | ‸`betwen 1 and 2 s` | |'),
  },
  { name: 'between without second number', code: 'bad-expectation', text: row('| `blockAge` | ‸`between 1 s` | |') },
  {
    name: 'between the wrong way round',
    code: 'bad-expectation',
    says: 'larger',
    text: row('| `blockAge` | ‸`between 9 and 2 s` | |'),
  },
  { name: 'empty list', code: 'bad-expectation', text: row('| `chainId` | ‸`in 1,, 2` | |') },
  { name: 'pattern without slashes', code: 'bad-expectation', text: json('| `/version` | ‸`matches v2` | |') },
  { name: 'pattern that cannot be read', code: 'bad-expectation', text: json('| `/version` | ‸`matches /(/` | |') },
  {
    name: 'text for a number',
    code: 'bad-expectation',
    says: 'is a number',
    text: row('| `chainId` | ‸`= mainnet` | |'),
  },
  {
    name: 'number for a boolean',
    code: 'bad-expectation',
    says: '`true` or `false`',
    text: row('| `syncing` | ‸`= 0` | |'),
  },
  {
    name: 'order of a text',
    code: 'bad-expectation',
    says: 'compares numbers',
    text: json('| `/version` | ‸`< abc` | |'),
  },
  {
    name: 'pipe that splits a cell',
    code: 'bad-expectation',
    says: '\\|',
    text: json('‸| `/version` | matches /a|b/ | | |'),
  },
  { name: 'wrong unit', code: 'wrong-unit', says: '`s`', text: row('| `blockAge` | ‸`< 15 gwei` | |') },
  { name: 'missing unit', code: 'wrong-unit', says: 'write the unit', text: row('| `blockAge` | ‸`< 15` | |') },
  { name: 'unit on a plain number', code: 'wrong-unit', says: 'no unit', text: row('| `chainId` | ‸`= 56 s` | |') },
  {
    name: 'misspelt unit',
    code: 'bad-expectation',
    says: 'is not a unit',
    text: row('| `blockAge` | ‸`< 15 secs` | |'),
  },
  {
    name: 'units that differ inside one',
    code: 'wrong-unit',
    text: row('| `blockAge` | ‸`between 1 blocks and 2 s` | |'),
  },
  { name: 'missing id', code: 'missing-id', text: block('‸:::check[A]{use="evm-rpc" target="bsc-rpc"}') },
  { name: 'invalid id', code: 'invalid-id', text: block('‸:::check[A]{#BSC_head use="evm-rpc" target="bsc-rpc"}') },
  {
    name: 'duplicate id',
    code: 'duplicate-id',
    text: `${head()}\n${good}\n${table}\n:::\n\n‸${good}\n${table}\n:::\n`,
  },
  {
    name: 'attribute given twice',
    code: 'duplicate-attribute',
    text: block(':::check[A]{#a use="evm-rpc" target="bsc-rpc" ‸target="bsc-rpc-2"}'),
  },
  {
    name: 'id given twice',
    code: 'duplicate-attribute',
    text: block(':::check[A]{#a ‸#b use="evm-rpc" target="bsc-rpc"}'),
  },
  {
    name: 'reading in two rows',
    code: 'duplicate-reading',
    text: row('| `blockAge` | `< 15 s` | |\n| ‸`blockAge` | `< 60 s` | |'),
  },
  { name: 'no table', code: 'no-rows', text: `${head()}\n‸${good}\n- **Healthy**: go on.\n:::\n` },
  { name: 'no rows', code: 'no-rows', text: block(`‸${good}`, '| Reading | Healthy |\n| --- | --- |') },
  { name: 'row without healthy', code: 'missing-healthy', text: row('‸| `blockAge` | | `< 60 s` |') },
  { name: 'unclosed block', code: 'unclosed-block', text: `${head()}\n‸${good}\n${table}\n\nThe rest of the page.\n` },
  {
    name: 'block closed by too few colons',
    code: 'unclosed-block',
    text: `${head()}\n‸::::check[A]{#a use="evm-rpc" target="bsc-rpc"}\n${table}\n:::\n`,
  },
  {
    name: 'misspelt directive',
    code: 'unknown-directive',
    says: 'Did you mean `check`',
    text: block('‸:::chek[A]{#a use="evm-rpc" target="bsc-rpc"}'),
  },
  {
    name: 'leaf directive',
    code: 'unknown-directive',
    text: `${head()}\n‸::check[A]{#a use="evm-rpc" target="bsc-rpc"}\n`,
  },
  {
    name: 'unknown picture',
    code: 'unknown-picture',
    says: 'Did you mean `tx-life`',
    text: `${head()}\n‸::picture[A life]{#tx-live}\n`,
  },
  { name: 'picture without a name', code: 'missing-id', text: `${head()}\n‸::picture[A life]\n` },
  {
    name: 'picture with another attribute',
    code: 'unknown-attribute',
    text: `${head()}\n::picture[A life]{#tx-life ‸width="5"}\n`,
  },
  {
    name: 'picture twice',
    code: 'duplicate-id',
    text: `${head()}\n::picture[A life]{#tx-life}\n\n‸::picture[Again]{#tx-life}\n`,
  },
  {
    name: 'picture as a block',
    code: 'unknown-directive',
    says: 'begins with two colons',
    text: `${head()}\n‸:::picture[A life]{#tx-life}\n:::\n`,
  },
  {
    name: 'misspelt picture',
    code: 'unknown-directive',
    says: 'Did you mean `picture`',
    text: `${head()}\n‸::pictur[A life]{#tx-life}\n`,
  },
  {
    name: 'picture with a space',
    code: 'broken-directive',
    text: `${head()}\n‸::picture [A life]{#tx-life}\n`,
  },
  {
    name: 'picture in a check block',
    code: 'nested-block',
    text: block(good, `${table}\n\n‸::picture[A life]{#tx-life}`),
  },
  { name: 'text directive with our name', code: 'unknown-directive', text: `${head()}\nRun ‸:check[this]{#a} now.\n` },
  {
    name: 'newline among the attributes',
    code: 'broken-directive',
    text: block('‸:::check[A]{#a use="evm-rpc"\ntarget="bsc-rpc"}'),
  },
  { name: 'missing quote', code: 'broken-directive', text: block('‸:::check[A]{#a use="evm-rpc target="bsc-rpc"}') },
  {
    name: 'space before the attributes',
    code: 'broken-directive',
    text: block('‸:::check[A] {#a use="evm-rpc" target="bsc-rpc"}'),
  },
  { name: 'stray closing fence', code: 'broken-directive', says: 'closes nothing', text: `${head()}\nText.\n\n‸:::\n` },
  {
    name: 'block inside a block',
    code: 'nested-block',
    text: `${head()}\n::::check[A]{#a use="evm-rpc" target="bsc-rpc"}\n${table}\n\n‸:::note\nInside.\n:::\n::::\n`,
  },
  {
    name: 'two tables',
    code: 'unexpected-content',
    text: `${head()}\n${good}\n${table}\n\n‸${table.replace('blockAge', 'latency')}\n:::\n`,
  },
  { name: 'no front matter', code: 'frontmatter-missing', text: '‸# A page\n\nText.\n' },
  {
    name: 'broken front matter',
    code: 'frontmatter-syntax',
    text: '---\ntitle: A case\n‸owner support-ops\nreviewed: 2026-11-01\n---\n',
  },
  {
    name: 'unknown key',
    code: 'frontmatter-unknown-key',
    says: 'Did you mean `severity`',
    text: head('‸severty: sev2\n'),
  },
  {
    name: 'unknown key in a drill',
    code: 'frontmatter-unknown-key',
    text: head('drills:\n  - break: bsc-rpc.stale-head\n    ‸turn: {}\n    turns: {}\n'),
  },
  {
    name: 'missing title',
    code: 'frontmatter-invalid',
    says: '`title` is missing',
    text: '‸---\ndescription: No title.\nowner: support-ops\nreviewed: 2026-11-01\n---\n',
  },
  { name: 'wrong severity', code: 'frontmatter-invalid', text: head('‸severity: high\n') },
  { name: 'wrong audience', code: 'frontmatter-invalid', text: head('‸audience: everyone\n') },
  { name: 'wrong duration', code: 'frontmatter-invalid', says: 'is not a duration', text: head('‸freshFor: soon\n') },
  {
    name: 'example for an unknown block',
    code: 'unknown-example',
    text: head('examples:\n  ‸tx: { hash: "lab:tx.stuck" }\n'),
  },
  {
    name: 'example that does not fit',
    code: 'invalid-parameter',
    says: 'a transaction hash',
    text: block(
      ':::check[A]{#a use="evm-transaction" target="bsc-rpc" ask="hash"}',
      '| Reading | Healthy |\n| --- | --- |\n| `state` | `= confirmed` |',
      'examples:\n  a: { ‸hash: "hello" }\n',
    ),
  },
  {
    name: 'example that YAML reads as a number',
    code: 'frontmatter-invalid',
    says: 'in quotes',
    text: block(
      ':::check[A]{#a use="evm-transaction" target="bsc-rpc" ask="hash"}',
      '| Reading | Healthy |\n| --- | --- |\n| `state` | `= confirmed` |',
      'examples:\n  a: { ‸hash: 0x5c504ed432cb51138bcf09aa5e8a410dd4a1e204ef84bfed1be16dfba1b22060 }\n',
    ),
  },
  {
    name: 'paragraph inside a block',
    code: 'unexpected-content',
    says: 'before or after',
    text: `${head()}\n${good}\n${table}\n\n‸This sentence would be gone.\n\n- **Healthy**: go on.\n:::\n`,
  },
  {
    name: 'two units for one JSON number',
    code: 'wrong-unit',
    says: 'one unit',
    text: json('‸| `/age` | `< 5 min` | `< 90 s` |'),
  },
  {
    name: 'quoted boolean',
    code: 'bad-expectation',
    says: 'without quotes',
    text: row('| `syncing` | ‸`= "false"` | |'),
  },
  {
    name: 'hexadecimal chain id',
    code: 'bad-expectation',
    says: '`56`',
    text: row('| `chainId` | ‸`= 0x38` | |'),
  },
  {
    name: 'broken fence in a quote',
    code: 'broken-directive',
    only: 'md',
    text: `${head()}\n> ‸:::check [A]{#a}\n> text\n`,
  },
  {
    name: 'public page links to an internal route',
    code: 'internal-link',
    path: 'src/content/docs/help/leads-to-route',
    text: `${head('audience: public\ntopic: swaps\n')}\nSee ‸[it](/help/route-inside/).\n`,
    beside: { 'src/content/docs/help/route-inside': head('topic: swaps\n') },
  },
  {
    name: 'drill for an unknown block',
    code: 'unknown-drill',
    text: head('drills:\n  - break: bsc-rpc.stale-head\n    turns: { ‸nothing: fail }\n'),
  },
  {
    name: 'link to nowhere',
    code: 'unknown-page',
    says: 'does not exist',
    text: `${head()}\nSee ‸[the other](./nowhere.md).\n`,
  },
  { name: 'link without its ending', code: 'unknown-page', text: `${head()}\nSee ‸[the other](./nowhere).\n` },
  {
    name: 'link to no heading',
    code: 'unknown-heading',
    says: 'Did you mean `the-heading`',
    text: `${head()}\n## The heading\n\nSee ‸[it](#the-haeding).\n`,
  },
  {
    name: 'public page links to an internal one',
    code: 'internal-link',
    path: 'src/content/docs/help/leads-inside',
    text: `${head('audience: public\ntopic: swaps\n')}\nSee ‸[it](./inside.EXT).\n`,
    beside: { 'src/content/docs/help/inside': head('topic: swaps\n') },
  },
  {
    name: 'two files make one page',
    code: 'duplicate-page',
    path: 'src/content/docs/help/twin/index',
    text: `‸${head('topic: swaps\n')}`,
    beside: { 'src/content/docs/help/twin': head('topic: swaps\n') },
  },
  {
    name: 'translation of nothing',
    code: 'unknown-source',
    path: 'src/content/docs/es/help/nothing',
    text: `‸${head()}`,
  },
  {
    name: 'public translation of an internal page',
    code: 'public-translation',
    path: 'src/content/docs/es/help/secret',
    text: `‸${head('audience: public\n')}`,
    beside: { 'src/content/docs/help/secret': head('topic: swaps\n') },
  },
  {
    name: 'translation with a check',
    code: 'untranslatable',
    path: 'src/content/docs/es/help/with-check',
    text: `${head()}\n:::check[Un título]{#chain ‸use="evm-rpc"}\n- **Healthy**: siga.\n:::\n`,
    beside: { 'src/content/docs/help/with-check': block(good, table, 'topic: swaps\n') },
  },
  {
    name: 'translation with rows',
    code: 'untranslatable',
    path: 'src/content/docs/es/help/with-rows',
    text: `${head()}\n:::check[Un título]{#chain}\n‸${table}\n:::\n`,
    beside: { 'src/content/docs/help/with-rows': block(good, table, 'topic: swaps\n') },
  },
  {
    name: 'translation of an unknown block',
    code: 'unknown-block',
    says: 'Did you mean `chain`',
    path: 'src/content/docs/es/help/with-block',
    text: `${head()}\n‸:::check[Un título]{#chian}\n- **Healthy**: siga.\n:::\n`,
    beside: { 'src/content/docs/help/with-block': block(good, table, 'topic: swaps\n') },
  },
  {
    name: 'bare comparison in mdx',
    code: 'mdx-syntax',
    says: 'backticks',
    only: 'mdx',
    text: row('| `blockAge` | <‸15 s | |'),
  },
  { name: 'bare brace in mdx', code: 'mdx-syntax', only: 'mdx', text: `${head()}\nA {brace in text.‸\n` },
  {
    name: 'status alone',
    code: 'status-alone',
    text: `${head()}\n‸:::check[A]{#a use="http-json" target="wallet-api"}\n| Reading | Healthy |\n| --- | --- |\n| \`status\` | = 200 |\n:::\n`,
  },
  {
    name: 'missing title of a block',
    code: 'missing-title',
    text: block('‸:::check{#a use="evm-rpc" target="bsc-rpc"}'),
  },
  {
    name: 'no owner',
    code: 'missing-owner',
    text: '‸---\ntitle: A case\ndescription: One mistake.\nreviewed: 2026-11-01\n---\n',
  },
  {
    name: 'no description',
    code: 'missing-description',
    text: '‸---\ntitle: A case\nowner: support-ops\nreviewed: 2026-11-01\n---\n',
  },
  {
    name: 'no review',
    code: 'missing-review',
    text: '‸---\ntitle: A case\ndescription: One mistake.\nowner: support-ops\n---\n',
  },
  {
    name: 'review overdue',
    code: 'review-overdue',
    text: '---\ntitle: A case\ndescription: One mistake.\nowner: support-ops\n‸reviewed: 2020-01-01\nreviewEvery: 90 days\n---\n',
  },
  {
    name: 'asks for the phrase over two lines',
    code: 'asks-secret',
    says: 'Say that nobody asks for it',
    path: 'src/content/docs/help/asks',
    text: `${head('audience: public\ntopic: swaps\n')}\nHello. ‸Please send us\nyour **recovery phrase** at once.\n`,
  },
  {
    name: 'promises a recovery in Spanish',
    code: 'promises',
    path: 'src/content/docs/es/help/promises',
    text: `${head('audience: public\n')}\n- ‸Le garantizamos que recuperará sus monedas.\n`,
    beside: { 'src/content/docs/help/promises': `${head('audience: public\ntopic: swaps\n')}\nIt waits.\n` },
  },
  {
    name: 'a time that is no fact',
    code: 'promises',
    says: 'write it into `facts`',
    path: 'src/content/docs/help/span',
    text: `${head('audience: public\ntopic: swaps\nfacts: [21 days]\n')}\nIt takes 21 days. It arrives within ‸24 hours.\n`,
  },
  {
    name: 'a time of our own that poses as a fact',
    code: 'promises',
    says: 'that we set ourselves',
    path: 'src/content/docs/help/ours',
    text: `${head('audience: public\ntopic: swaps\nfacts: [24 hours]\n')}\n| We |\n| --- |\n| We answer within ‸24 hours |\n`,
  },
  {
    name: 'a time in the title',
    code: 'promises',
    path: 'src/content/docs/help/title',
    text: head('audience: public\ntopic: swaps\n').replace('title: A case', '‸title: Solved in two hours'),
  },
  {
    name: 'a fact that stands nowhere',
    code: 'unused-fact',
    path: 'src/content/docs/help/unused',
    text: `${head('audience: public\ntopic: swaps\nfacts: [21 days, ‸14 days]\n')}\nIt takes 21  Days.\n`,
  },
  {
    name: 'a fact of an internal page',
    code: 'unused-fact',
    text: `${head('facts: [‸21 days]\n')}\nIt takes 21 days.\n`,
  },
  {
    name: 'a phone number',
    code: 'phone-number',
    says: 'the number printed on your card',
    path: 'src/content/docs/help/phone',
    text: `${head('audience: public\ntopic: swaps\n')}\nCall ‸+1 (415) 555-0132 now.\n`,
  },
  {
    name: 'a mark of a translation on a page that is none',
    code: 'frontmatter-invalid',
    text: head('‸translates: "a1b2c3"\n'),
  },
  { name: 'public runbook', code: 'public-runbook', text: head('‸audience: public\n') },
];
