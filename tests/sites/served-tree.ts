import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Frontmatter and prose of the page that `writeServedTree` makes, with blocks below. */
export function servedPage(blocks: string, words = 'First words.'): string {
  return `---\ntitle: Nodes\ndescription: How our nodes are.\nowner: support-ops\nreviewed: 2026-11-01\nreviewEvery: 36500 days\n---\n\n${words}\n\n${blocks}`;
}

/** A node of the lab, which is a process of its own. */
export const nodeBlock = (healthy = '= 1', reading = 'chainId'): string =>
  `:::check[The node is on its chain]{#node use="evm-rpc" target="ethereum-rpc"}\n| Reading | Healthy |\n| --- | --- |\n| \`${reading}\` | \`${healthy}\` |\n:::\n`;

/** A block that asks, and one whose check the tree has itself. */
export const otherBlocks = `:::check[The transaction is there]{#tx use="evm-transaction" target="ethereum-rpc" ask="hash"}
| Reading | Healthy |
| --- | --- |
| \`state\` | \`= confirmed\` |
:::

:::check[Our own check says so]{#own use="one"}
| Reading | Healthy |
| --- | --- |
| \`value\` | \`= 1\` |
:::
`;

/** The tree's own check `one`, whose reading `value` is this. \`body\` runs before. */
export const ownCheck = (value: number, body = ''): string =>
  `import { defineCheck } from 'runlight/check';\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'integer', summary: '' } }, async run({ $ }) { ${body || 'void $;'} return { value: ${value} }; } });\n`;

export const pagePath = 'runbooks/network/nodes.md';
export const checkPath = 'checks/one.ts';

/** A small tree in a folder of its own: one page, one target of the lab, one check. Returns its folder. */
export async function writeServedTree(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'rl-served-'));
  const files = {
    [pagePath]: servedPage(`${nodeBlock()}\n${otherBlocks}`),
    [checkPath]: ownCheck(1),
    'src/content/targets/lab.yaml': 'ethereum-rpc:\n  service: ethereum-rpc\n',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}
