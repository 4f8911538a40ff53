import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AstroError } from 'astro/errors';
import { glob } from 'tinyglobby';
import { lightPage } from './light-page.ts';
import { metaOffset } from './meta-offset.ts';
import { pageNeeds } from './page-needs.ts';
import { pagePolicy } from './page-policy.ts';
import { shortenScopes } from './short-scopes.ts';

/**
 * Gives every page of a built site its Content-Security-Policy, made from the page as it is finished:
 * Astro's own knows only the scripts that it has bundled, and Starlight has others. On the way, the page gets lighter.
 *
 * @param siteUrl - Where the site will be served, if it is known.
 * @throws AstroError that lists all parts of pages which browsers would leave out.
 */
export async function writePolicies(outDir: string, siteUrl: string | undefined): Promise<void> {
  const paths = (await glob('**/*.html', { cwd: outDir, dot: true, ignore: 'pagefind/**' })).sort();
  const origin = siteUrl === undefined ? null : new URL(siteUrl).origin;
  const scopes = await shortenScopes(outDir);
  const blocked: string[] = [];
  const queue = paths.values();
  // A few at a time: the disk is kept busy, and thousands of pages are never in memory together.
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const path of queue) {
        const file = join(outDir, path);
        const html = lightPage(await readFile(file, 'utf8'), scopes);
        const needs = pageNeeds(html, origin);
        blocked.push(...needs.blocked.map((problem) => `${path}: ${problem}`));
        await writeFile(file, withMeta(html, pagePolicy(needs)));
      }
    }),
  );
  if (blocked.length > 0) throw blockedError(blocked.sort());
}

/** Nothing in a policy needs escaping: it is made of our own words and of hashes. */
function withMeta(html: string, policy: string): string {
  const offset = metaOffset(html);
  return `${html.slice(0, offset)}<meta http-equiv="content-security-policy" content="${policy}"/>${html.slice(offset)}`;
}

function blockedError(blocked: readonly string[]): AstroError {
  const parts = blocked.length === 1 ? 'a part' : `${blocked.length} parts`;
  const error = new AstroError(
    `The finished site has ${parts} that its Content-Security-Policy does not let through.\n${blocked.join('\n')}`,
    'SECURITY.md says what pages may do, and why.',
  );
  // A stack of ours would help nobody.
  return Object.assign(error, { stack: '' });
}
