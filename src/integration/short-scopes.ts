import { readFile, writeFile } from 'node:fs/promises';
import { glob } from 'tinyglobby';

/** Astro's name for the styles of one component, as it stands in a selector. */
const selector = /\.astro-([a-z0-9]{8})(?![\w-])/g;

/** Of the eight letters of a name, so many tell two components apart, where others do not begin alike. */
const fewest = 3;

/**
 * Gives the scopes of a built site's styles short names, in the styles: Astro writes `astro-rmhv4bp6` on every element of a
 * component, which is hundreds of times in a page. A scope's short name is made of its own, so that files keep theirs.
 *
 * @returns What pages call them from now on, by Astro's name.
 */
export async function shortenScopes(outDir: string): Promise<Map<string, string>> {
  const files = await glob('_astro/**/*.css', { cwd: outDir, absolute: true });
  const styles = await Promise.all(files.map(async (file) => ({ file, css: await readFile(file, 'utf8') })));
  const scopes = shortScopes(styles.map(({ css }) => css));
  await Promise.all(
    styles.map(({ file, css }) =>
      writeFile(
        file,
        css.replace(selector, (_, scope: string) => `.${scopes.get(`astro-${scope}`)}`),
      ),
    ),
  );
  return scopes;
}

/** Short names for the scopes that styles have, by Astro's. */
export function shortScopes(styles: readonly string[]): Map<string, string> {
  const found = new Set(styles.flatMap((css) => [...css.matchAll(selector)].map(([, scope = '']) => scope)));
  const isOne = (start: string): boolean => [...found].filter((scope) => scope.startsWith(start)).length === 1;
  return new Map(
    [...found].sort().map((scope) => {
      let length = fewest;
      while (length < scope.length && !isOne(scope.slice(0, length))) length += 1;
      return [`astro-${scope}`, `_${scope.slice(0, length)}`];
    }),
  );
}
