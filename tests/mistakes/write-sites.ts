import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mistakeSite } from './site.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Where the failing site of a format stands. */
export function mistakeSiteRoot(format: 'md' | 'mdx'): string {
  return join(fixtures, `mistakes-${format}`);
}

// Run as a script, it writes both failing sites from the table of cases.
if (import.meta.main) {
  for (const format of ['md', 'mdx'] as const) {
    await rm(mistakeSiteRoot(format), { recursive: true, force: true });
    for (const [path, text] of Object.entries(mistakeSite(format).files)) {
      const file = join(mistakeSiteRoot(format), path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}
