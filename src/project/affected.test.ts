import { expect, it } from 'vitest';
import type { Block, Page } from '../schemas/page.ts';
import { affectedBlocks } from './affected.ts';

const block = (path: string, id: string, use: string, params: Record<string, string> = {}) => ({
  page: { path } as Page,
  block: { id, use, params } as Block,
});
const blocks = [
  block('runbooks/a.md', 'a#1', 'http-json'),
  block('runbooks/a.md', 'a#2', 'evm-rpc'),
  block('src/content/docs/help/b.mdx', 'b#1', 'http-json'),
  block('runbooks/c.md', 'c#1', 'roster', { team: 'src/content/team.yaml' }),
];

it.each<[string, string[], string[]]>([
  ['a page: its blocks', ['runbooks/a.md'], ['a#1', 'a#2']],
  ['a check: the blocks that use it', ['checks/http-json.ts'], ['a#1', 'b#1']],
  ['a page and a check: each block once', ['runbooks/a.md', 'checks/evm-rpc.ts'], ['a#1', 'a#2']],
  ['what checks share: all', ['checks/_shared.ts'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['what a check imports from a folder of its own: all', ['checks/_onramp/one.ts'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['data beside the checks: all', ['checks/networks.json'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['a file that a block reads: that block', ['src/content/team.yaml'], ['c#1']],
  ['words about the checks: none', ['checks/README.md'], []],
  ['a test of a check: none', ['checks/http-json.test.ts'], []],
  ['the targets of the environment: all', ['src/content/targets/lab.yaml'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['the targets of another: none', ['src/content/targets/production.yaml'], []],
  ['the configuration: all', ['runlight.config.ts'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['the runner: all', ['src/runner/run.ts'], ['a#1', 'a#2', 'b#1', 'c#1']],
  ['a word of the site, or a style: none', ['src/content/i18n/en.json', 'src/styles/page.css', 'README.md'], []],
  ['nothing: none', [], []],
])('a change concerns, of %s', (_, changed, ids) => {
  expect(affectedBlocks(blocks, changed, 'lab').map((each) => each.block.id)).toEqual(ids);
});
