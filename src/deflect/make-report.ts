import type { Deflection } from '../schemas/deflection.ts';
import type { ArticleText } from './article-index.ts';
import { mondayOf, showDay } from './calendar.ts';
import { type Cluster, clusterTickets } from './cluster-tickets.ts';
import { describeCluster } from './describe-cluster.ts';
import { findSurges } from './find-surges.ts';
import { mainSpan } from './main-span.ts';
import { createSharedWords, wordsIn } from './shared-words.ts';
import { type ArticleTally, addTo, type Tally } from './tally.ts';

export interface ReportOptions {
  source: Pick<Deflection['source'], 'shape' | 'format'>;
  /** Of rows that are no tickets. */
  counts: { broken: number; notFirst: number };
  broken: Deflection['broken'];
  articles: readonly ArticleText[];
  slugs: readonly string[];
  /** Whose title is shown, where the article is written in it. */
  locale: string;
  confidence: number;
  /** How many examples each cluster shows. */
  examples: number;
}

const mostClusters = 40;

/** Everything that is said of an export, from what was counted. */
export function makeReport(tally: Tally, options: ReportOptions): Deflection {
  const { articles, slugs, confidence, locale } = options;
  const known = [...tally.days.keys()].toSorted((a, b) => a - b);
  const [from, to] = [known[0] ?? null, known.at(-1) ?? null];
  const span = mainSpan(tally.days);
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const covered = sum(Object.values(tally.covered));
  const found = clustersOf(tally, options);
  const titleOf = (slug: string): ArticleText | undefined =>
    articles.find((each) => each.slug === slug && each.locale === locale) ??
    articles.find((each) => each.slug === slug);
  const named = [...tally.articles]
    .map(([place, of]) => ({ slug: slugs[place] ?? '', of }))
    .toSorted((a, b) => b.of.tickets - a.of.tickets || (a.slug < b.slug ? -1 : 1));
  const { en, es, pt, other } = tally.languages;
  return {
    version: 1,
    source: { ...options.source, from: from === null ? null : showDay(from), to: to === null ? null : showDay(to) },
    counts: { tickets: tally.tickets, repeated: tally.repeated, undated: tally.undated, ...options.counts },
    broken: options.broken,
    removed: [...tally.removed].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count),
    languages: tally.languages,
    coverage: {
      share: share(covered, tally.tickets),
      tickets: covered,
      confidence,
      definition: `Covered is a ticket whose best public help article, in any language, has a confidence of at least ${Math.round(confidence * 100)} %. It says that there is an article about it, not that its writer would have been content.`,
      byLanguage: {
        en: en === 0 ? null : tally.covered.en / en,
        es: es === 0 ? null : tally.covered.es / es,
        pt: pt === 0 ? null : tally.covered.pt / pt,
        other: other === 0 ? null : tally.covered.other / other,
      },
    },
    articles: named.map(({ slug, of }) => ({
      slug,
      title: titleOf(slug)?.title ?? slug,
      url: titleOf(slug)?.url ?? '',
      tickets: of.tickets,
      share: share(of.tickets, tally.tickets),
      languages: of.languages,
      confidence: medianConfidence(of),
    })),
    clusters: found.map(({ about }) => about),
    unclustered: tally.tickets - covered - sum(found.map(({ about }) => about.tickets)),
    weeks: from === null || to === null ? [] : weeksOf(tally, from, to),
    surges:
      span === null
        ? []
        : findSurges(
            [
              { of: 'all', id: null, title: 'All tickets', days: tally.days },
              ...named.map(({ slug, of }) => ({
                of: 'article' as const,
                id: slug,
                title: titleOf(slug)?.title ?? slug,
                days: of.days,
              })),
              ...found.map(({ about, cluster }) => ({
                of: 'cluster' as const,
                id: about.id,
                title: about.words.slice(0, 4).join(', '),
                days: daysOf(cluster),
              })),
            ],
            span.from,
            span.to,
          ),
    files: [],
  };
}

function clustersOf(tally: Tally, { articles, examples }: ReportOptions) {
  const open = [...tally.open.values()];
  // Of a small export a handful is much; of a large one it is noise.
  const fewest = Math.max(3, Math.min(25, Math.round(tally.tickets / 1000)));
  const { clusters } = clusterTickets(open, { fewest });
  const shared = createSharedWords(
    wordsIn(articles.flatMap(({ title, description, symptoms, text }) => [title, description, ...symptoms, text])),
  );
  for (const { text, tickets } of open) shared.add(text, tickets);
  const taken = new Set<string>();
  return clusters.slice(0, mostClusters).map((cluster) => ({
    cluster,
    about: describeCluster(cluster, { total: tally.tickets, examples, shared, taken }),
  }));
}

function daysOf({ members }: Cluster): Map<number, number> {
  const days = new Map<number, number>();
  for (const member of members) for (const [day, tickets] of member.days) addTo(days, day, tickets);
  return days;
}

function weeksOf({ days, coveredDays }: Tally, from: number, to: number): Deflection['weeks'] {
  const weeks: Deflection['weeks'] = [];
  for (let monday = mondayOf(from); monday <= to; monday += 7) {
    const of = (counted: ReadonlyMap<number, number>): number =>
      sum([0, 1, 2, 3, 4, 5, 6].map((nth) => counted.get(monday + nth) ?? 0));
    weeks.push({
      week: showDay(monday),
      tickets: of(days),
      covered: of(coveredDays),
      isPartial: monday < from || monday + 6 > to,
    });
  }
  return weeks;
}

function medianConfidence({ tickets, confidences }: ArticleTally): number {
  let seen = 0;
  const place = confidences.findIndex((count) => {
    seen += count;
    return seen * 2 >= tickets;
  });
  return Math.max(0, place) / 100;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
