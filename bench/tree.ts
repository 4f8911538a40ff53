import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pageText } from './page-text.ts';

/** A tree to be made. */
export interface TreeShape {
  folder: string;
  /** Where the target `orders-api` is. */
  url: string;
  pages: number;
  /** So many of the pages, the last ones, are public articles; none by default. */
  articles?: number;
  /** In all, spread evenly over the pages. */
  blocks: number;
  /** Words of prose on each page, blocks not counted. */
  words: number;
  /** Another seed makes pages that no cache has seen. */
  seed: number;
  /** What a block asks for; by default `http-json`, of a status and a field. */
  block?: (index: number) => string;
  /** The tree's own checks: text by id. */
  checks?: Readonly<Record<string, string>>;
  /** Text of `runlight.config.ts`; none by default. */
  config?: string;
}

/** A page's path from the tree's root. */
export function pagePath({ pages, articles = 0 }: Pick<TreeShape, 'pages' | 'articles'>, page: number): string {
  return page < pages - articles ? `runbooks/orders/page-${page}.md` : `src/content/docs/help/page-${page}.md`;
}

/** Writes the tree, in place of what is in the folder. */
export async function writeTree(shape: TreeShape): Promise<void> {
  await rm(shape.folder, { recursive: true, force: true });
  const files = new Map<string, string>([
    ['src/content/targets/bench.yaml', `orders-api:\n  url: ${shape.url}\n`],
    ...(shape.config === undefined ? [] : [['runlight.config.ts', shape.config] as const]),
    ...Object.entries(shape.checks ?? {}).map(([id, text]): [string, string] => [`checks/${id}.ts`, text]),
  ]);
  for (let page = 0; page < shape.pages; page += 1) {
    const [from, to] = [page, page + 1].map((nth) => Math.round((nth * shape.blocks) / shape.pages));
    const indices = Array.from({ length: (to ?? 0) - (from ?? 0) }, (_, nth) => (from ?? 0) + nth);
    const path = pagePath(shape, page);
    const isLast = page + 1 === shape.pages || dirname(pagePath(shape, page + 1)) !== dirname(path);
    const text = pageText({
      page,
      words: shape.words,
      seed: shape.seed,
      blocks: indices.map(shape.block ?? httpBlock),
      facts: [
        ...(path.startsWith('runbooks/') ? ['severity: sev3'] : ['audience: public']),
        'owner: support-ops',
        `symptoms: ["order pending", "partner ${page} stuck"]`,
        'reviewed: 2026-11-01',
        'reviewEvery: 36500 days',
      ],
      next: `./page-${isLast ? page : page + 1}.md`,
    });
    files.set(path, text);
  }
  for (const folder of new Set([...files.keys()].map((path) => dirname(join(shape.folder, path)))))
    await mkdir(folder, { recursive: true });
  for (const [path, text] of files) await writeFile(join(shape.folder, path), text);
}

function httpBlock(index: number): string {
  return `:::check[Order queue ${index} moves]{#queue-${index} use="http-json" target="orders-api" path="/checks/${index}"}
| Reading | Healthy |
| --- | --- |
| \`status\` | \`= 200\` |
| \`/status\` | \`= ok\` |

- **Healthy**: go on with the next step.
- **Failing**: say in \`#payments\` that queue ${index} stands still.
:::`;
}
