import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pageText } from './page-text.ts';
import { words } from './site-maker.ts';

/** The pages of a site without Runlight, and what else it needs. */
export interface PlainSite {
  folder: string;
  /** Where its pages stand, from `folder`. */
  docs: string;
  pages: number;
  /** A page's address as its maker wants it in a link. */
  link(page: number): string;
  /** Text by path from `folder`. */
  files: Readonly<Record<string, string>>;
}

/** Writes the same pages as Runlight gets, their blocks as a heading, a table and a list, in place of what is there. */
export async function writePlainSite({ folder, docs, pages, link, files }: PlainSite): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const all = new Map<string, string>([
    ...Object.entries(files),
    [
      `${docs}/index.md`,
      `---\ntitle: Orders\n---\n\nBegin with [the first one](${link(0).replace(/^\.\.\/(?:orders\/)?/, './orders/')}).\n`,
    ],
  ]);
  for (let page = 0; page < pages; page += 1) {
    const text = pageText({
      page,
      words,
      seed: 1,
      blocks: [plainBlock(2 * page), plainBlock(2 * page + 1)],
      next: link(page + 1 === pages ? page : page + 1),
    });
    all.set(`${docs}/orders/page-${page}.md`, text);
  }
  for (const parent of new Set([...all.keys()].map((path) => dirname(join(folder, path)))))
    await mkdir(parent, { recursive: true });
  for (const [path, text] of all) await writeFile(join(folder, path), text);
}

function plainBlock(index: number): string {
  return `### Order queue ${index} moves

| Reading | Healthy |
| --- | --- |
| \`status\` | \`= 200\` |
| \`/status\` | \`= ok\` |

- **Healthy**: go on with the next step.
- **Failing**: say in \`#payments\` that queue ${index} stands still.`;
}
