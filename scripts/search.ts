import { type Audience, audiences } from '../src/schemas/frontmatter.ts';
import type { MatchReason, SearchAnswer } from '../src/schemas/search.ts';
import type { Finder } from '../src/search/finder.ts';
import { whyText } from '../src/search/why-text.ts';
import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { localeOf } from './cli/locale-of.ts';
import { openProject } from './cli/open-project.ts';

export default defineCommand({
  name: 'search',
  summary: 'Finds pages, trees, macros, codes, incidents and providers by what people say',
  operands: 'QUERY…',
  options: {
    locale: { type: 'string', value: 'NAME', help: 'The language: en, es, pt-br (default: the tree’s first)' },
    audience: {
      type: 'string',
      value: 'public|internal',
      help: 'What users find, or what the team finds (default: internal)',
    },
    limit: { type: 'string', value: 'N', help: 'How many results at most (default: 8)' },
    batch: {
      type: 'string',
      value: 'FILE',
      help: 'Answer JSON lines { q, locale, audience }; `-` reads standard input',
    },
    json: { type: 'boolean', help: 'Print { q, locale, audience, results } as JSON' },
  },
  examples: [
    ['npx runlight search "nonce too low"', 'An error text, as it was pasted'],
    ['npx runlight search usuario no recibe el codigo del banco --locale es', 'Several words need no quotes'],
    ['npx runlight search "where is my money" --audience public --json', 'What a user would find, for a script'],
    ['npx runlight search --batch queries.jsonl', 'One answer a line, in their order'],
  ],
  async run({ options, operands }) {
    const audience = audienceOf(options.audience ?? 'internal');
    const limit = limitOf(options.limit ?? '8');
    const q = operands.join(' ').trim();
    const { readBatch } = await import('./cli/read-batch.ts');
    if (options.batch !== undefined && q !== '') throw new UsageError('Give a query or `--batch`, not both.');
    const batch = options.batch === undefined ? null : await readBatch(options.batch);
    if (batch === null && (await refused(q))) return 2;
    const [{ openFinders }, { project }] = await Promise.all([
      import('./cli/open-finders.ts'),
      openProject({ ...options, journeys: 'all', trees: true }),
    ]);
    const known = Object.keys(project.config.locales);
    const locale = options.locale === undefined ? (known[0] ?? 'en') : localeOf(options.locale, known);
    const finderOf = openFinders(project);
    if (batch !== null) {
      // All of them before the first answer: a language that is not there must not end a file half answered.
      const places = batch.map((each) => ({
        audience: each.audience ?? audience,
        locale: each.locale ? localeOf(each.locale, known) : locale,
      }));
      let code = 0;
      for (const [index, { q: asked, line }] of batch.entries()) {
        const own = places[index] ?? { audience, locale };
        const isRefused = await refused(asked, line);
        if (isRefused) code = 2;
        const answer = isRefused
          ? { q: '', ...own, results: [] }
          : await answerTo(asked, own, await finderOf(own.audience, own.locale), limit);
        process.stdout.write(`${JSON.stringify(answer)}\n`);
      }
      return code;
    }
    const finder = await finderOf(audience, locale);
    if (q === '') {
      const looked = finder.popular().map(({ title }) => `“${title}”`);
      throw new UsageError(
        `What are you looking for?${looked.length === 0 ? '' : ` Others look for ${looked.slice(0, 4).join(', ')}.`}`,
      );
    }
    if (options.json) {
      process.stdout.write(`${JSON.stringify(await answerTo(q, { audience, locale }, finder, limit), null, 2)}\n`);
      return 0;
    }
    const [{ searchLines, wrapped }, { createPaint }] = await Promise.all([
      import('./cli/search-lines.ts'),
      import('../src/reporters/terminal/paint.ts'),
    ]);
    const paint = createPaint(process.stdout.isTTY === true && !process.env.NO_COLOR);
    const width = Math.max(40, Math.min(process.stdout.columns ?? 80, 80));
    const findings = finder.find(q, { limit });
    const lines =
      findings.results.length > 0
        ? searchLines(findings, paint, width)
        : nothing(finder, audience).flatMap((line) => wrapped(line, 0, width));
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
});

function audienceOf(given: string): Audience {
  const audience = audiences.find((each) => each === given);
  if (audience) return audience;
  throw new UsageError(`There is no audience \`${given}\`.${suggest(given, audiences)}`);
}

function limitOf(given: string): number {
  const limit = Number(given);
  if (Number.isInteger(limit) && limit > 0 && limit <= 100) return limit;
  throw new UsageError(`\`--limit ${given}\`: expected a whole number from 1 to 100.`);
}

/** A phrase or key is nothing to look for: says what to do now, and nothing of what was typed. */
async function refused(q: string, line?: number): Promise<boolean> {
  const { refuseSecret } = await import('../src/redact/refuse-secret.ts');
  // Whoever looks for an error pastes hashes, too.
  const refusal = await refuseSecret(q, { expects: 'hash' });
  if (!refusal) return false;
  process.stderr.write(`${line === undefined ? '' : `Line ${line}: `}${refusal.message}\n`);
  return true;
}

async function answerTo(
  q: string,
  at: { audience: Audience; locale: string },
  finder: Finder,
  limit: number,
): Promise<SearchAnswer> {
  const { redact } = await import('../src/redact/redact.ts');
  const { text } = await redact(q);
  // A reason names the words that it read: those that were left out of the query, by what they found alone.
  const said = (reason: MatchReason): string =>
    whyText({
      ...reason,
      words: reason.words.map((each) => (text.includes(each.typed) ? each : { ...each, typed: each.found })),
    });
  return {
    q: text,
    locale: at.locale,
    audience: at.audience,
    results: finder.find(q, { limit }).results.map(({ kind, slug, locale, title, url, score, reasons }) => ({
      kind,
      slug,
      locale,
      title,
      url,
      score: Math.round(score * 1000) / 1000,
      why: reasons.map(said).join('; '),
    })),
  };
}

function nothing(finder: Finder, audience: Audience): string[] {
  return [
    'Nothing was found.',
    '',
    'Try the exact error text, the network or the coin, or fewer words. Other languages: `--locale es`, `--locale pt-br`.',
    `Others look for: ${finder
      .popular()
      .map(({ title }) => title)
      .join('; ')}.`,
    audience === 'public'
      ? 'No answer? Users write to us from inside the app, under Help; nobody there needs a recovery phrase.'
      : 'No page for it? `npx runlight triage master-triage` finds the right hands; `npx runlight new runbook area/name` begins the page.',
  ];
}
