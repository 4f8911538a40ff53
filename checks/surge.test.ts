// Long because it is one check, against made answers and against the lab.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labCredentials } from '../lab/mentions/help-desk.ts';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { hostileValues } from '../tests/contract/hostile.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';
import { fitting, spreadOf } from './_surge/baseline.ts';
import { hasWord, topTerms } from './_surge/words.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const hour = 3600;
const day = 24 * hour;
const week = 7 * day;

/** Puts the block to a server with these answers. */
async function ask(
  rows: Rows,
  params: Record<string, string>,
  answer: (url: URL) => { status?: number; body: unknown },
) {
  const asked: URL[] = [];
  await using server = await serve((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(url);
    const { status = 200, body } = answer(url);
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const outcome = await attempt({
    check: 'surge',
    targets: [targetAt(server.url)],
    params: { target: 'service', source: 'feed', ...params },
    rows,
  });
  return { ...outcome, asked };
}

/** Seconds ago, and what is said. */
type Said = readonly [ago: number, text?: string];

const iso = (ago: number): string => new Date(Date.now() - ago * 1000).toISOString();
const many = (count: number, from: number, text = 'all is well'): Said[] =>
  Array.from({ length: count }, (_, index): Said => [from + 60 + index * 5, text]);
/** Two in each of the same hours of the last six weeks, and something still older. */
const sixWeeks = [...Array.from({ length: 6 }, (_, index) => many(2, (index + 1) * week)).flat(), ...many(1, 7 * week)];

const atom = (said: readonly Said[]): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${said.map(([ago, text = ''], index) => `<entry><id>${index}</id><updated>${iso(ago)}</updated><title>t</title><content type="html">&lt;p&gt;${text}&lt;/p&gt;</content></entry>`).join('')}</feed>`;
const rss = (said: readonly Said[]): string =>
  `<rss version="2.0"><channel><title>x</title>${said.map(([ago, text = ''], index) => `<item><guid isPermaLink="false">${index}</guid><pubDate>${new Date(Date.now() - ago * 1000).toUTCString()}</pubDate><description><![CDATA[<b>${text}</b>]]></description></item>`).join('')}</channel></rss>`;
const rdf = (said: readonly Said[]): string =>
  `<rdf:RDF xmlns:rdf="r" xmlns:dc="d">${said.map(([ago, text = ''], index) => `<item><link>http://x/${index}</link><dc:date>${iso(ago)}</dc:date><title>${text}</title></item>`).join('')}</rdf:RDF>`;
const jsonFeed = (said: readonly Said[]): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  items: said.map(([ago, text], index) => ({ id: index, date_published: iso(ago), content_text: text })),
});

const readingOf = (outcome: Awaited<ReturnType<typeof attempt>>, name: string) =>
  outcome.readings.find((reading) => reading.name === name)?.value;

const all: Rows = { count: '< 10', baseline: '= 2', ratio: '< 3', score: '< 4', newest: '< 1 h' };

describe('surge, of a feed', () => {
  it.each([
    ['Atom', atom],
    ['RSS 2.0', rss],
    ['RSS 1.0', rdf],
    ['JSON Feed', jsonFeed],
  ])('reads %s, and tells a usual hour from an unusual one', async (_, write) => {
    const calm = await ask(all, {}, () => ({ body: write([...many(2, 0), ...sixWeeks]) }));
    expect(calm.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(calm.verdict).toBe('pass');
    const storm = await ask(all, {}, () => ({ body: write([...many(12, 0, 'no quote'), ...sixWeeks]) }));
    expect(storm.verdict).toBe('fail');
    expect(['count', 'ratio', 'score'].map((name) => readingOf(storm, name))).toEqual([12, 6, 7.07]);
  });

  it('is not moved by one odd week', async () => {
    const said = [...many(2, 0), ...sixWeeks, ...many(80, 2 * week)];
    expect(await ask(all, {}, () => ({ body: jsonFeed(said) }))).toMatchObject({ verdict: 'pass' });
  });

  it('compares with days, or with what came right before, where a feed does not reach back four weeks', async () => {
    const days = [
      ...many(2, 0),
      ...Array.from({ length: 12 }, (_, index) => many(2, (index + 1) * day)).flat(),
      ...many(1, 13 * day),
    ];
    const byDay = await ask(all, {}, () => ({ body: jsonFeed(days) }));
    expect(byDay.verdict).toBe('pass');
    expect(byDay.evidence.map(({ text }) => text).join()).toContain('the same hours of the days before');
    const hours = Array.from({ length: 12 }, (_, index) => many(2, index * hour)).flat();
    const byHour = await ask(all, {}, () => ({ body: jsonFeed(hours) }));
    expect(byHour.verdict).toBe('pass');
    expect(byHour.evidence.map(({ text }) => text).join()).toContain('the stretches right before');
  });

  it('says that there is too little to compare with, and raises no alarm', async () => {
    for (const said of [[], many(3, 0), [...many(30, 0), ...many(1, 2 * hour)]]) {
      const outcome = await ask({ score: '< 4' }, {}, () => ({ body: jsonFeed(said) }));
      expect(outcome.verdict).toBe('warn');
      expect(outcome.readings[0]?.verdict).toBe('skip');
    }
  });

  it('does not take a feed that holds the last minutes alone for a count of the hour', async () => {
    const outcome = await ask({ count: '< 100' }, {}, () => ({ body: jsonFeed(many(50, 0)) }));
    expect(outcome.verdict).toBe('warn');
    expect(outcome.evidence.map(({ text }) => text).join()).toContain('50 at least');
  });

  it('counts what has a word, and does not call the first ones a surge', async () => {
    const said = [...many(2, 0, 'Suporte FALSO!'), ...many(40, 0, 'unfalsifiable'), ...sixWeeks];
    const words = { words: 'falso, scam' };
    const outcome = await ask({ count: '< 10', baseline: '= 0', score: '< 4' }, words, () => ({
      body: jsonFeed(said),
    }));
    expect([readingOf(outcome, 'count'), outcome.readings.map(({ verdict }) => verdict)]).toEqual([
      2,
      ['pass', 'pass', 'skip'],
    ]);
    const none = await ask({ count: '< 10', score: '< 4' }, words, () => ({ body: jsonFeed(sixWeeks) }));
    expect(none.verdict).toBe('pass');
  });

  it('sees that a feed stands still', async () => {
    const outcome = await ask({ newest: '< 1 d' }, {}, () => ({ body: jsonFeed(sixWeeks) }));
    expect(outcome).toMatchObject({ verdict: 'fail', reason: { code: 'expectation' } });
    expect(await ask({ newest: '< 1 d' }, {}, () => ({ body: jsonFeed([]) }))).toMatchObject({
      reason: { message: expect.stringContaining('is absent') },
    });
  });

  it('reads pages until one has nothing new, and each entry once', async () => {
    const said = [...many(2, 0), ...sixWeeks];
    const outcome = await ask({ count: '= 2' }, { path: '/page={page}/xml', pages: '10' }, (url) => ({
      body: atom(url.pathname.includes('=1/') ? said : said.slice(0, 4)),
    }));
    expect(outcome.verdict).toBe('pass');
    expect(outcome.asked.map(({ pathname }) => pathname)).toEqual(['/page=1/xml', '/page=2/xml']);
  });

  it('names words, never what was written', async () => {
    const said = [
      ...many(9, 0, 'Mary Smithson mary@example.com says the quote of swapping fails'),
      ...many(2, 0, 'rare words'),
      ...sixWeeks,
    ];
    const outcome = await ask({ terms: 'absent' }, {}, () => ({ body: jsonFeed(said) }));
    expect(readingOf(outcome, 'terms')).toContain('quote');
    expect(readingOf(outcome, 'terms')).not.toMatch(/rare|says the/);
    expect(JSON.stringify(outcome)).not.toContain('mary@');
    expect(JSON.stringify(outcome)).toContain('about people, not kept');
  });

  it.each([
    ['XML that breaks off', atom(sixWeeks).slice(0, -200)],
    ['XML of another kind', '<html><body>Sign in</body></html>'],
    [
      'an entity bomb',
      `<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "${'&a;'.repeat(50)}">]><rss><channel><item><pubDate>&b;</pubDate></item></channel></rss>`,
    ],
    ['entries without a time', '<rss version="2.0"><channel><item><title>x</title></item></channel></rss>'],
    ['a time that is none', '<rss version="2.0"><channel><item><pubDate>soon</pubDate></item></channel></rss>'],
    ['an entry of the future', atom([[-7200, 'x']])],
    ...hostileValues.map((value): [string, unknown] => ['something hostile', value]),
  ])('does not count %s', async (_, body) => {
    const rows: Rows = { count: '>= 0', newest: '> 0 s' };
    expect(await ask(rows, {}, () => ({ body }))).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it.each([
    { query: 'tags:x' },
    { periods: '3' },
    { pages: '11' },
    { window: '8 d' },
    { source: 'zendesk', words: 'x' },
  ])('refuses %j', async (params: Record<string, string>) => {
    const outcome = await ask({ count: '>= 0' }, params, () => ({ body: {} }));
    expect(outcome).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    expect(outcome.asked).toEqual([]);
  });
});

describe('surge, of Zendesk', () => {
  const zendesk = { source: 'zendesk' };
  const counts = (now: number, earlier: number) => {
    return (url: URL): { body: unknown } => {
      const from = /created>=(\S+)/.exec(url.searchParams.get('query') ?? '')?.[1] ?? '';
      return { body: { count: Date.now() - Date.parse(from) < 2 * hour * 1000 ? now : earlier } };
    };
  };

  it('counts the same hour of this and of six weeks', async () => {
    const calm = await ask(
      { count: '= 9', baseline: '= 8', score: '< 4' },
      { ...zendesk, query: 'tags:swap "no quote"' },
      counts(9, 8),
    );
    expect(calm.verdict).toBe('pass');
    expect(calm.asked).toHaveLength(7);
    const queries = calm.asked.map((url) => url.searchParams.get('query') ?? '');
    for (const query of queries)
      expect(query).toMatch(
        /^type:ticket created>=\d{4}-\d\d-\d\dT[\d:]{8}Z created<\d{4}-\d\d-\d\dT[\d:]{8}Z tags:swap "no quote"$/,
      );
    const starts = queries.map((query) => Date.parse(/>=(\S+)/.exec(query)?.[1] ?? '') / 1000).sort((a, b) => b - a);
    expect(starts.slice(1).map((start, index) => (starts[index] ?? 0) - start)).toEqual(Array(6).fill(week));
    expect(new Set(calm.asked.map(({ pathname }) => pathname))).toEqual(new Set(['/api/v2/search/count.json']));
    expect(await ask({ score: '< 4' }, zendesk, counts(40, 8))).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation' },
    });
  });

  it('lists tickets only where words or the newest are asked for', async () => {
    const results = Array.from({ length: 4 }, () => ({ subject: 'No quote', description: 'x', created_at: iso(60) }));
    const outcome = await ask({ terms: '= quote', newest: '< 5 min' }, zendesk, (url) =>
      url.pathname.endsWith('/count.json') ? { body: { count: 4 } } : { body: { count: 4, results } },
    );
    expect(outcome.verdict).toBe('pass');
    expect(outcome.asked.filter(({ pathname }) => pathname === '/api/v2/search.json')).toHaveLength(1);
  });

  it.each([
    ['a query that cannot be read', 422, { error: 'invalid', description: 'Invalid search: x' }, 'error', 'config'],
    ['a credential that is refused', 401, { error: "Couldn't authenticate you" }, 'fail', 'http-status'],
    [
      'a limit',
      429,
      { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
      'fail',
      'rate-limited',
    ],
    ['an error inside a 200', 200, { error: 'ServiceUnavailable', description: 'later' }, 'fail', 'protocol'],
    ['the count of another endpoint', 200, { count: { value: 4, refreshed_at: null } }, 'fail', 'protocol'],
    ['a count below zero', 200, { count: -1 }, 'fail', 'protocol'],
    ['a count as a text', 200, { count: '4' }, 'fail', 'protocol'],
    ['a page', 200, '<html></html>', 'fail', 'protocol'],
  ])('names the fault of %s', async (_, status, body, verdict, code) => {
    expect(await ask({ count: '>= 0' }, zendesk, () => ({ status, body }))).toMatchObject({
      verdict,
      reason: { code },
    });
  });
});

describe('surge, of Freshdesk', () => {
  const freshdesk = { source: 'freshdesk' };

  /** A help desk that finds by days, thirty a page, and includes the day of `:<`. */
  const holding = (said: readonly Said[]) => (url: URL) => {
    const query = url.searchParams.get('query') ?? '';
    const [from = '', to = ''] = [...query.matchAll(/created_at:[<>]'([\d-]+)'/g)].map(([, date]) => date);
    const found = said
      .map(([ago, text], id) => ({ id, subject: text, created_at: iso(ago) }))
      .filter(({ created_at }) => created_at.slice(0, 10) >= from && created_at.slice(0, 10) <= to);
    const page = Number(url.searchParams.get('page'));
    return { body: { total: found.length, results: found.slice((page - 1) * 30, page * 30) } };
  };

  it('finds the tickets of an hour among those of its days, over all pages', async () => {
    const said = [...many(3, 0), ...sixWeeks, ...many(70, 8 * hour)];
    const outcome = await ask(
      { count: '= 3', baseline: '= 2', score: '< 4', newest: '< 5 min' },
      { ...freshdesk, query: 'priority:1 OR priority:2' },
      holding(said),
    );
    expect(outcome.verdict).toBe('pass');
    for (const url of outcome.asked)
      expect(url.searchParams.get('query')).toMatch(
        /^"\(priority:1 OR priority:2\) AND created_at:>'[\d-]{10}' AND created_at:<'[\d-]{10}'"$/,
      );
    expect(await ask({ score: '< 4' }, freshdesk, holding([...said, ...many(20, 0)]))).toMatchObject({
      verdict: 'fail',
    });
  });

  it('filters by words', async () => {
    const said = [...many(3, 0, 'fake support'), ...many(9, 0), ...sixWeeks];
    expect(await ask({ count: '= 3' }, { ...freshdesk, words: 'fake' }, holding(said))).toMatchObject({
      verdict: 'pass',
    });
  });

  it.each([
    ['more tickets than it lists', 200, { total: 301, results: [] }, 'error', 'config'],
    ['fewer tickets than it says', 200, { total: 3, results: [] }, 'fail', 'protocol'],
    ['a total as a text', 200, { total: '3', results: [] }, 'fail', 'protocol'],
    [
      'a query that cannot be read',
      400,
      { description: 'Validation failed', errors: [{ field: 'query', message: 'invalid' }] },
      'error',
      'config',
    ],
    [
      'a credential that is refused',
      401,
      { code: 'invalid_credentials', message: 'You have to be logged in' },
      'fail',
      'http-status',
    ],
    ['a limit', 429, { message: 'You have exceeded the limit of requests per minute' }, 'fail', 'rate-limited'],
  ])('names the fault of %s', async (_, status, body, verdict, code) => {
    expect(await ask({ count: '>= 0' }, freshdesk, () => ({ status, body }))).toMatchObject({
      verdict,
      reason: { code },
    });
  });

  it('refuses a query that is too long before it asks', async () => {
    const outcome = await ask({ count: '>= 0' }, { ...freshdesk, query: 'x'.repeat(480) }, () => ({ body: {} }));
    expect(outcome).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    expect(outcome.asked).toEqual([]);
  });
});

describe('what is usual', () => {
  it('is a median, with a spread that chance alone makes where counts are small', () => {
    expect(spreadOf([2, 2, 2, 90])).toEqual({ baseline: 2, usual: Math.sqrt(2) });
    expect(spreadOf([0, 0, 0, 0])).toEqual({ baseline: 0, usual: 1 });
    const { baseline, usual } = spreadOf([90, 100, 110, 130]);
    expect([baseline, usual.toFixed(1)]).toEqual([105, '14.8']);
  });

  it('needs enough of the past', () => {
    const now = { from: 100 * day, to: 100 * day + hour };
    expect(fitting(now, 6, 100 * day - 4 * week)?.windows).toHaveLength(4);
    expect(fitting(now, 6, 100 * day - 5 * day)?.name).toBe('the same hours of the days before');
    expect(fitting(now, 6, 100 * day - 8 * hour)?.name).toBe('the stretches right before');
    expect(fitting(now, 6, 100 * day - 7 * hour)).toBeNull();
    expect(fitting({ from: 100 * day - 2 * day, to: 100 * day }, 6, 100 * day - 20 * day)?.name).toBe(
      'the stretches right before',
    );
  });

  it('finds words by their beginning, without accents and case, and no parts of words', () => {
    const fits = hasWord(['phish', 'estafa', 'c++ (x']);
    expect(['PHISHING!', 'una estáfa', 'c++ (x'].map(fits)).toEqual([true, true, true]);
    expect(['antiphishing', 'fish', ''].map(fits)).toEqual([false, false, false]);
  });

  it('counts a word once a mention, and drops what says nothing', () => {
    expect(topTerms(['quote quote', 'Quote there', 'a quote', 'x@quote.example', 'other'], [])).toEqual([
      { term: 'quote', mentions: 3 },
    ]);
    expect(topTerms(Array(4).fill('swap error'), Array(4).fill('swap'))[0]?.term).toBe('error');
  });
});

describe('surge, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['reviews-feed', 'helpdesk'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const rows: Rows = { count: '< 30', score: '< 4', newest: '< 3 h' };
  const look = (source: 'feed' | 'zendesk' | 'freshdesk', params: Record<string, string> = {}, of = rows) =>
    attempt({
      check: 'surge',
      targets: [
        targetAt(world.state.services[source === 'feed' ? 'reviews-feed' : 'helpdesk']?.url ?? '', {
          headers: source === 'feed' ? {} : { authorization: labCredentials[source] },
        }),
      ],
      params: { target: 'service', source, ...(source === 'feed' ? { path: '/reviews.atom' } : {}), ...params },
      rows: of,
    });

  it.each(['feed', 'zendesk', 'freshdesk'] as const)('passes on a %s while all is well', async (source) => {
    const outcome = await look(source, source === 'freshdesk' ? { query: "tag:'swap'" } : {});
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
  });

  it.each([
    ['reviews-feed.review-storm', 'feed', 'expectation'],
    ['reviews-feed.stale', 'feed', 'expectation'],
    ['reviews-feed.undated', 'feed', 'protocol'],
    ['helpdesk.ticket-surge', 'zendesk', 'expectation'],
    ['helpdesk.index-lagging', 'zendesk', 'expectation'],
    ['helpdesk.wrong-shape', 'zendesk', 'protocol'],
    ['helpdesk.error-in-200', 'zendesk', 'protocol'],
    ['helpdesk.key-refused', 'zendesk', 'http-status'],
    ['helpdesk.ticket-surge', 'freshdesk', 'expectation'],
    ['helpdesk.wrong-shape', 'freshdesk', 'protocol'],
    ['helpdesk.key-refused', 'freshdesk', 'http-status'],
  ] as const)('sees %s by a %s', async (fault, source, code) => {
    await world.break(fault);
    expect(await look(source, source === 'freshdesk' ? { query: "tag:'swap'" } : {})).toMatchObject({
      verdict: 'fail',
      reason: { code },
    });
  });

  it('finds what a wave is about, and those that name a fake', async () => {
    await world.break('helpdesk.ticket-surge');
    expect(readingOf(await look('zendesk', {}, { terms: 'present' }), 'terms')).toContain('quote');
    await world.break('reviews-feed.fake-named');
    const fakes = { words: 'fake, scam, falso' };
    expect(readingOf(await look('feed', fakes, { count: '< 3' }), 'count')).toBeGreaterThan(10);
    await world.mend();
    expect(await look('feed', fakes, { count: '< 3', score: '< 4' })).toMatchObject({ verdict: 'pass' });
  });

  it('says that a feed is too short', async () => {
    await world.break('reviews-feed.short');
    const outcome = await look('feed');
    expect(outcome.verdict).toBe('warn');
    expect(outcome.readings.map(({ verdict }) => verdict)).toEqual(['pass', 'skip', 'pass']);
  });
});
