import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * A page's file as GitHub names it: from the checkout, `/`-separated. The tree may be a folder of
 * the checkout; `null` where it stands outside.
 */
export function inWorkspace(file: string, root: string, workspace: string): string | null {
  const path = relative(workspace, join(root, file));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? null : path.split(sep).join('/');
}

/** A path as the path of a URL or a relative URI: what is not a plain character is percent-encoded. */
export function uriPath(path: string): string {
  return path
    .toWellFormed()
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}
