import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shortenScopes, shortScopes } from './short-scopes.ts';

describe('shortScopes', () => {
  it('keeps as many letters as tell two apart', () => {
    expect([...shortScopes(['.a.astro-abcd1234{}.b.astro-abce1234,.astro-xyz00000:hover{}'])]).toEqual([
      ['astro-abcd1234', '_abcd'],
      ['astro-abce1234', '_abce'],
      ['astro-xyz00000', '_xyz'],
    ]);
  });

  it('leaves names that only begin like one', () => {
    expect(shortScopes(['.astro-abcd12345{}.astro-abcd1234-x{}.astro-code{}'])).toEqual(new Map());
  });
});

describe('shortenScopes', () => {
  it('gives all styles of a site the same names, and changes nothing else of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'runlight-scopes-'));
    await mkdir(join(folder, '_astro'));
    const file = (name: string): string => join(folder, '_astro', name);
    await writeFile(file('a.css'), '.rl-a{top:0}.large.astro-rmhv4bp6:where(.astro-g5ptsecz)>.astro-rmhv4bp6{top:0}');
    await writeFile(file('b.css'), '@media print{.astro-g5ptsecz{--of:"astro-g5ptsecz"}}');
    expect(await shortenScopes(folder)).toEqual(
      new Map([
        ['astro-g5ptsecz', '_g5p'],
        ['astro-rmhv4bp6', '_rmh'],
      ]),
    );
    expect(await readFile(file('a.css'), 'utf8')).toBe('.rl-a{top:0}.large._rmh:where(._g5p)>._rmh{top:0}');
    expect(await readFile(file('b.css'), 'utf8')).toBe('@media print{._g5p{--of:"astro-g5ptsecz"}}');
  });
});
