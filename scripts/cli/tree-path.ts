import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * A path as a person wrote it (absolute, from the current folder, or from the root) as a path from
 * the root; `null` where nothing stands there, or it is outside the tree.
 */
export function treePath(root: string, written: string): string | null {
  for (const base of isAbsolute(written) ? [root] : [process.cwd(), root]) {
    const file = resolve(base, written);
    const path = relative(root, file);
    if (existsSync(file) && !path.startsWith('..') && !isAbsolute(path)) return path.split(sep).join('/');
  }
  return null;
}
