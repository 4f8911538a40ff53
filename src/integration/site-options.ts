import { join, resolve } from 'node:path';
import { packageRoot } from '../project/folders.ts';
import { type Audience, audiences } from '../schemas/frontmatter.ts';

/** Which of the two sites is made, of which tree, to where. Folders are absolute. */
export interface SiteOptions {
  audience: Audience;
  /** Pages, targets, providers, checks and configuration come from here. */
  root: string;
  outDir: string;
  /** The path that the site is served under. */
  base: string;
  /** Rendered pages are kept here between builds, apart for each audience. */
  cacheDir: string;
}

/** Reads `RUNLIGHT_AUDIENCE`, `RUNLIGHT_ROOT`, `RUNLIGHT_DIST` and `RUNLIGHT_BASE`. */
export function readSiteOptions(env: Readonly<Record<string, string | undefined>>): SiteOptions {
  const given = env.RUNLIGHT_AUDIENCE || 'internal';
  const audience = audiences.find((known) => known === given);
  if (!audience)
    throw new Error(
      `\`RUNLIGHT_AUDIENCE\` is \`${given}\`; expected ${audiences.map((a) => `\`${a}\``).join(' or ')}.`,
    );
  const root = resolve(env.RUNLIGHT_ROOT || packageRoot);
  return {
    audience,
    root,
    base: env.RUNLIGHT_BASE || '/',
    outDir: join(resolve(env.RUNLIGHT_DIST || join(root, 'dist')), audience),
    cacheDir: join(root, '.runlight', 'cache', audience),
  };
}
