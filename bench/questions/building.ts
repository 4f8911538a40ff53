import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Installed } from '../installable.ts';
import { cpuOf, type Lap, measurementOf, peakOf, ratioTo, wallOf } from '../lap.ts';
import { runlightSite } from '../own/runlight-site.ts';
import { defaultEngine } from '../peers/starlight.ts';
import type { Bench, Question } from '../question.ts';
import { race } from '../race.ts';
import { showCount, showKiB, showMiB, showRatio, showSeconds } from '../show.ts';
import { fileOf, type SiteMaker, type SitePeer, words } from '../site-maker.ts';
import { tooMuch } from './too-much.ts';

/** A build; `checks` are pages. */
interface Build extends Lap {
  /** Of the pages that were asked for, in the last round, bytes; `null` where nothing was built. */
  html: { mean: number; largest: number } | null;
}

export const building: Question = {
  id: 'building',
  asks: 'How long does a site of N pages take to build from nothing, and how heavy are its pages?',
  async answer(bench) {
    const { installed, missing } = await bench.sitePeers();
    const builds: Build[] = [];
    const sizes = bench.sizes ?? [100, 1000];
    for (const pages of sizes) builds.push(...(await buildAll([...own, ...installed], pages, builds, bench)));
    return {
      tables: sizes.map((pages) => {
        const ofSize = builds.filter(({ checks }) => checks === pages);
        const plain = ofSize.find(({ contender }) => contender.id === defaultEngine.id);
        return {
          title: `${showCount(pages)} pages of ${words} words, two blocks on each`,
          head: [
            '',
            'wall time',
            'of plain Starlight',
            'processor time',
            'peak memory',
            'HTML per page',
            'largest page',
          ],
          rows: ofSize.map((build) => [
            build.contender.title,
            build.problem ?? showSeconds(wallOf(build)),
            plain && build !== plain ? showRatio(ratioTo(build, plain)) : '',
            showSeconds(cpuOf(build)),
            showMiB(peakOf(build)),
            showKiB(build.html?.mean ?? null),
            showKiB(build.html?.largest ?? null),
          ]),
        };
      }),
      notes: notesOf({ installed, missing }),
      measurements: builds.map(({ html, ...lap }) => {
        const { checks, ...measured } = measurementOf(lap);
        return {
          ...measured,
          pages: checks,
          htmlMeanBytes: html?.mean ?? null,
          htmlLargestBytes: html?.largest ?? null,
        };
      }),
    };
  },
};

const own: readonly SiteMaker[] = [
  runlightSite({ id: 'runlight', title: 'Runlight, the internal site', sites: 'internal' }),
  runlightSite({ id: 'runlight-both', title: 'Runlight, both sites', sites: 'both' }),
];

/** One size, without those for whom it would be too much. Files are warm after the first size. */
async function buildAll(
  makers: readonly SiteMaker[],
  pages: number,
  before: readonly Build[],
  bench: Bench,
): Promise<Build[]> {
  const left: Build[] = [];
  const entrants = [];
  for (const contender of makers) {
    const own = before.filter((build) => build.contender.id === contender.id);
    // One size does not tell what a page more costs from what a build costs anyhow, in memory neither.
    const isKnown = own.length > 1 || own.some(({ problem }) => problem !== null);
    const problem = isKnown ? tooMuch(own, pages, bench.limitMs) : null;
    if (problem !== null) {
      left.push({ contender, checks: pages, runs: [], problem, html: null });
      continue;
    }
    const site = await contender.prepare({ pages, folder: await bench.folder() });
    const files = site.pages.map(fileOf);
    entrants.push({
      title: `${pages} pages: ${contender.title}`,
      contender,
      files,
      prepared: {
        command: site.command,
        renew: site.renew,
        countPassed: () => files.filter((file) => existsSync(file)).length,
      },
      checks: files.length,
      requests: 0,
    });
  }
  const tracks = await race(entrants, { ...bench, warmUp: before.length === 0 });
  const builds: Build[] = [];
  for (const [{ contender, files }, track] of tracks)
    builds.push({
      contender,
      checks: pages,
      ...track,
      html: track.problem === null ? await weigh(files) : null,
    });
  return [...builds, ...left];
}

async function weigh(files: readonly string[]): Promise<Build['html']> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { mean: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, largest: Math.max(...sizes) };
}

function notesOf({ installed, missing }: Installed<SitePeer>): string[] {
  return [
    'Each build starts from nothing: no output, no cache of rendered pages. The machine’s own file cache is warm.',
    '“Both sites” are the internal one with all pages, three fifths of them runbooks, and the public one with the rest of them, which are articles: 1,400 pages are made of 1,000. A leak check follows. Runlight’s pages of its checks and codes, some 95, come on top of all numbers.',
    'The others get the same pages with each block as a heading, a table and a list; nothing judges or runs these. Everybody has the search that is on by default: Pagefind in Runlight and Starlight, lunr in Material, none in VitePress and Docusaurus.',
    'A number counts only when every page is there. HTML is uncompressed.',
    ...(installed.length > 0
      ? [`Versions: ${installed.map(({ id, version }) => `${id} ${version}`).join(', ')}.`]
      : []),
    ...missing.map(({ peer, why }) => `${peer.id} ${peer.version} is not installed: ${why}`),
  ];
}
