import { isAbsolute } from 'node:path';

/** The path of `file` from `root`, `/`-separated; `null` for a file that is not below it. */
export function pathInside(root: string, file: string | undefined): string | null {
  if (!file || !isAbsolute(file)) return null;
  const from = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const path = file.replaceAll('\\', '/');
  return path.startsWith(from) ? path.slice(from.length) : null;
}
