import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../project/folders.ts';

/**
 * Changes when the code does that turns Markdown into HTML. Astro keeps rendered pages by their text
 * and by the configuration as JSON, which has the plugins' options in it and not their code.
 */
export function markdownVersion(): string {
  const hash = createHash('sha256');
  for (const folder of ['src/markdown', 'src/schemas']) {
    for (const file of readdirSync(join(packageRoot, folder)).sort()) {
      if (file.endsWith('.ts') && !file.endsWith('.test.ts'))
        hash.update(file).update(readFileSync(join(packageRoot, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
