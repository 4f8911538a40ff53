import { ageOf, ConfigProblem, defineCheck, type NotTaken, notTaken, param } from 'runlight/check';
import { spreadOf } from './_surge/baseline.ts';
import { type Counted, sources } from './_surge/counted.ts';
import { topTerms } from './_surge/words.ts';

/**
 * Proves that no more is said about us than usual: reviews and posts of a feed (RSS, Atom, JSON Feed), or tickets
 * of a help desk (Zendesk, Freshdesk), against their own past.
 *
 * Readings: `count` (in the window that ends now), `baseline` (median of the same window in earlier periods),
 * `ratio` (`count` to `baseline`, which counts as 1 at least), `score` (how many times its usual spread `count` is
 * above `baseline`; below it is negative), `newest` (s, age of the newest of all, whatever its words: a feed that
 * stands still looks calm), `terms` (the words that have risen most; absent below three mentions), `latency` (ms).
 * The spread is 1.4826 × the median absolute deviation, and at least the square root of the baseline, which is what
 * chance makes of rare things. Earlier periods are the same hours of the same weekday, of the last `periods` weeks;
 * a feed that does not reach back four weeks is compared with the days before, else with the stretches right before.
 * Where that is too little, or where nothing was ever counted before, `ratio` and `score` could not be taken: a first
 * mention is no surge. Entries without a time are `protocol`. A help desk that cannot read `query` is `config`.
 * `words` (any of them, as the beginning of a word, accents and case aside) filter feeds and Freshdesk; `query` is in
 * the help desk's own language, and Zendesk has that alone. Freshdesk tells days, not hours, and lists 300 tickets
 * of a day at most. What people wrote is counted and not kept.
 * Sources: those of each kind, in `_surge/`; Iglewicz and Hoaglin 1993 (median absolute deviation, 1.4826).
 */
export default defineCheck({
  summary: 'No more is said about us than usual',
  layer: 'client',
  params: {
    target: param.target(),
    source: param.choice(Object.keys(sources) as [keyof typeof sources]),
    path: param.matching(/^\/\S*$/, 'a path below the target’s address, such as `/reviews.atom`').optional(),
    pages: param.integer('how many pages of a feed are read, 1 to 10').default(1),
    window: param.duration().default(3_600_000),
    periods: param.integer('how many weeks are compared, 4 to 12').default(6),
    words: param.text('words, such as `fake, scam, phishing`').optional(),
    query: param.text('a search of the help desk, such as `tags:swap`').optional(),
  },
  readings: {
    count: { type: 'integer', summary: 'Mentions in the window that ends now' },
    baseline: { type: 'number', summary: 'The usual number: the median of earlier periods' },
    ratio: { type: 'number', summary: '`count` to `baseline`' },
    score: { type: 'number', summary: 'How many times its usual spread `count` is above `baseline`' },
    newest: { unit: 's', summary: 'Age of the newest mention' },
    terms: { type: 'text', summary: 'The words that have risen most' },
    latency: { unit: 'ms', summary: 'Time of all requests' },
  },
  async run({ params, http, wanted, evidence }) {
    const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;
    if (!within(params.periods, 4, 12)) throw new ConfigProblem('`periods` is a number of weeks from 4 to 12.');
    if (!within(params.pages, 1, 10)) throw new ConfigProblem('`pages` is a number from 1 to 10.');
    if (params.window > 7 * 86_400_000) throw new ConfigProblem('`window` is at most 7 days.');
    if (params.source === 'feed' && params.query !== undefined)
      throw new ConfigProblem('A feed cannot be searched: filter it by `words`.');
    if (params.source === 'zendesk' && params.words !== undefined)
      throw new ConfigProblem('Zendesk searches by itself: put the words into `query`.');
    const to = Math.floor(Date.now() / 1000);
    const now = { from: to - params.window / 1000, to };
    const counted = await sources[params.source](http, {
      now,
      periods: params.periods,
      words:
        params.words
          ?.split(',')
          .map((word) => word.trim())
          .filter(Boolean) ?? [],
      query: params.query,
      path: params.path ?? '',
      pages: params.pages,
      wantsTexts: wanted.has('terms'),
      wantsNewest: wanted.has('newest'),
    });
    const terms = topTerms(counted.texts, counted.earlierTexts);
    if (terms.length > 0) evidence('Words', terms.map(({ term, mentions }) => `${term}: in ${mentions}`).join('\n'));
    evidence('Counted', describe(counted, now));
    return {
      count: counted.partial === null ? counted.count : notTaken(counted.partial),
      ...judged(counted),
      newest: counted.newest === null ? null : ageOf(counted.newest, 'The newest mention', evidence),
      terms: terms.length === 0 ? null : terms.map(({ term }) => term).join(', '),
      latency: counted.latency,
    };
  },
});

type Judged = Record<'baseline' | 'ratio' | 'score', number | NotTaken>;

function judged({ count, comparison, earlier, partial }: Counted): Judged {
  if (comparison === null || partial !== null) {
    const why = notTaken(partial ?? 'there is too little of the past to compare with');
    return { baseline: why, ratio: why, score: why };
  }
  const { baseline, usual } = spreadOf(earlier);
  if (count > 0 && earlier.every((each) => each === 0)) {
    const why = notTaken(
      `none was counted in any of the ${earlier.length} earlier periods, so there is nothing to compare with`,
    );
    return { baseline, ratio: why, score: why };
  }
  const round = (value: number): number => Number(value.toFixed(2));
  return { baseline, ratio: round(count / Math.max(baseline, 1)), score: round((count - baseline) / usual) };
}

function describe(
  { count, comparison, earlier, partial }: Counted,
  { from, to }: { from: number; to: number },
): string {
  const time = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 16)}Z`;
  const lines = [`${time(from)} to ${time(to)}: ${count}${partial === null ? '' : ' at least'}`];
  if (comparison === null) return [...lines, 'Too little of the past is there to compare with.'].join('\n');
  const others = comparison.windows.map((window, index) => `${time(window.from)}: ${earlier[index] ?? 0}`);
  return [...lines, `Compared with ${comparison.name}:`, ...others.slice(0, 16)].join('\n');
}
