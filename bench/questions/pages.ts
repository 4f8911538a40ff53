import type { Browser } from 'playwright';
import { launchBrowser } from '../../tests/browser.ts';
import { measure } from '../measure.ts';
import { runlightSite } from '../own/runlight-site.ts';
import { defaultEngine } from '../peers/starlight.ts';
import type { Bench, Question } from '../question.ts';
import { rangeOf } from '../range.ts';
import { showCount, showKiB, showMs } from '../show.ts';
import { type SiteMaker, type SitePage, words } from '../site-maker.ts';
import { type Kind, serveFolder } from '../static-server.ts';
import { type Visit, visit } from '../visit.ts';

/** One page of one maker, visited once a round. */
interface Visited {
  id: string;
  title: string;
  visits: Visit[];
  /** Why there are none. */
  problem: string | null;
}

export const pages: Question = {
  id: 'pages',
  asks: 'What does one page cost a reader: bytes, requests, and time on a phone?',
  async answer(bench) {
    const { installed, missing } = await bench.sitePeers();
    const browser = await launchBrowser();
    const all: Visited[] = [];
    try {
      const [count = 20] = bench.sizes ?? [];
      for (const maker of [both, ...installed.filter(({ id }) => id !== 'starlight-unified')])
        all.push(...(await visitPages(maker, count, browser, bench)));
      const plain = all.find(({ id }) => id === defaultEngine.id);
      return {
        tables: [
          {
            title: `A page of ${words} words with two blocks, of ${showCount(count)} pages: on the wire, brotli (in brackets: raw)`,
            head: ['', 'JavaScript', 'more than Starlight', 'CSS', 'HTML', 'all', 'requests', 'to other origins'],
            rows: all.map((each) => [
              each.title,
              each.problem ?? showSize(each, 'script'),
              more(each, plain),
              showSize(each, 'style'),
              showSize(each, 'html'),
              showSize(each, null),
              String(each.visits.at(-1)?.sent.length ?? '–'),
              String(each.visits.at(-1)?.elsewhere.length ?? '–'),
            ]),
          },
          {
            title: 'The same on a throttled phone',
            head: ['', 'largest contentful paint', 'long tasks'],
            rows: all.map(({ title, problem, visits }) => [
              title,
              problem ?? showMs(rangeOf(visits.map(({ largestPaintMs }) => largestPaintMs))),
              showMs(rangeOf(visits.map(({ longTasksMs }) => longTasksMs))),
            ]),
          },
        ],
        notes: [
          'A first visit with an empty cache, in Chromium, until nothing was loaded for half a second: what a page loads ahead for the next one is in it. Scripts inside of the HTML count as HTML. Requests to other origins (fonts, mostly) are counted and not let through.',
          'The phone has a quarter of this machine’s processor, and 1.6 Mbit/s with 150 ms of latency.',
          'The others’ blocks are plain tables. Runlight’s page asks for the published results, of which there are none yet.',
          ...missing.map(({ peer, why }) => `${peer.id} ${peer.version} is not installed: ${why}`),
        ],
        measurements: all.map(({ id, problem, visits }) => ({ page: id, problem, visits })),
      };
    } finally {
      await browser.close();
    }
  },
};

const both = runlightSite({ id: 'runlight', title: 'Runlight', sites: 'both' });

/** Builds a small site once, and visits its first page; of Runlight's two sites, one page each. */
async function visitPages(maker: SiteMaker, count: number, browser: Browser, bench: Bench): Promise<Visited[]> {
  bench.say(`${maker.title}: building ${count} pages`);
  const site = await maker.prepare({ pages: count, folder: await bench.folder() });
  await site.renew();
  const { exitCode, stderr } = await measure(site.command, bench);
  const visited: Visited[] = [];
  for (const { id, title, page } of chosen(maker, site.pages)) {
    if (exitCode !== 0) {
      visited.push({ id, title, visits: [], problem: `not built: ${stderr.trim().split('\n').at(-1)}` });
      continue;
    }
    await using server = await serveFolder(page.output);
    const visits: Visit[] = [];
    // The first one warms up the browser and the server's compressed files.
    for (let round = 0; round <= bench.rounds; round += 1) {
      bench.say(`${title}, visit ${round} of ${bench.rounds}`);
      const seen = await visit(browser, server, page.path);
      if (round > 0) visits.push(seen);
    }
    visited.push({ id, title, visits, problem: null });
  }
  return visited;
}

function chosen(maker: SiteMaker, all: readonly SitePage[]): { id: string; title: string; page: SitePage }[] {
  const [first] = all;
  if (!first) return [];
  const article = all.find(({ output }) => output !== first.output);
  if (!article) return [{ id: maker.id, title: maker.title, page: first }];
  return [
    { id: 'article', title: `${maker.title}, a public help article`, page: article },
    { id: 'runbook', title: `${maker.title}, an internal runbook`, page: first },
  ];
}

/** Bytes of the last visit, of one kind or of all. */
function sizeOf({ visits }: Visited, kind: Kind | null): { raw: number; brotli: number } | null {
  const sent = visits.at(-1)?.sent.filter((each) => kind === null || each.kind === kind);
  if (!sent) return null;
  return {
    raw: sent.reduce((sum, { raw }) => sum + raw, 0),
    brotli: sent.reduce((sum, { brotli }) => sum + brotli, 0),
  };
}

function showSize(visited: Visited, kind: Kind | null): string {
  const size = sizeOf(visited, kind);
  return size ? `${showKiB(size.brotli)} (${showKiB(size.raw)})` : '–';
}

function more(visited: Visited, plain: Visited | undefined): string {
  const [own, other] = [sizeOf(visited, 'script'), plain ? sizeOf(plain, 'script') : null];
  if (!own || !other || visited === plain) return '';
  const bytes = own.brotli - other.brotli;
  return `${bytes < 0 ? '−' : '+'}${showKiB(Math.abs(bytes))}`;
}
