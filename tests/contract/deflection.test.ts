import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeTicket, makeTickets } from '../../bench/tickets/make-tickets.ts';
import { exportForms } from '../../bench/tickets/write-export.ts';
import { createReader } from '../../scripts/cli/deflect/create-reader.ts';
import { openExport } from '../../scripts/cli/deflect/open-export.ts';
import { readArticles } from '../../scripts/cli/deflect/read-articles.ts';
import { openProject } from '../../scripts/cli/open-project.ts';
import { type ArticleIndex, type ArticleText, indexArticles } from '../../src/deflect/article-index.ts';
import { defaultConfidence } from '../../src/deflect/confidence.ts';
import { createDigester } from '../../src/deflect/digest-tickets.ts';
import { htmlReport } from '../../src/deflect/html/html-report.ts';
import { makeReport } from '../../src/deflect/make-report.ts';
import { splitLines } from '../../src/deflect/split-lines.ts';
import { splitRecords } from '../../src/deflect/split-records.ts';
import { createTally } from '../../src/deflect/tally.ts';
import type { TicketDigest } from '../../src/deflect/ticket-digest.ts';
import { ticketMeanings } from '../../src/deflect/ticket-meanings.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { loadRedactTools, type RedactTools } from '../../src/redact/redact.ts';
import { type Deflection, deflectionSchema } from '../../src/schemas/deflection.ts';

let articles: ArticleText[];
let index: ArticleIndex;
let tools: RedactTools;
let folder: string;
// Every page is read, which takes a busy machine its time.
beforeAll(async () => {
  const { project } = await openProject({ root: packageRoot, env: 'lab' });
  articles = await readArticles(project);
  index = indexArticles(articles, ticketMeanings());
  tools = await loadRedactTools();
  folder = await mkdtemp(join(tmpdir(), 'deflect-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const digester = () => createDigester({ index, tools, confidence: defaultConfidence, dayFirst: false });
const asRaw = ({ number, subject, body, day, name, email }: MadeTicket) => ({
  id: String(number),
  subject,
  body,
  created: day * 86_400,
  people: [name, email],
});

describe('the article that is found for a ticket, where the truth is known', () => {
  // Texts that nothing was fitted to; `bench/tickets/fit-confidence.ts` says more.
  it('is right for most, in every language, and a ticket that no article answers is seldom taken for one', () => {
    const digest = digester();
    const judged = [...makeTickets({ count: 2000, seed: 12, texts: 'held-out' })].map((ticket) => {
      const { article, open } = digest(asRaw(ticket));
      return { ...ticket, isSure: open === null, isRight: ticket.isAnswered && index.slugs[article] === ticket.topic };
    });
    const share = (of: typeof judged, is: (one: (typeof judged)[number]) => boolean) =>
      of.filter(is).length / of.length;
    const answered = judged.filter(({ isAnswered }) => isAnswered);
    const sure = judged.filter(({ isSure }) => isSure);
    expect(share(answered, ({ isRight }) => isRight)).toBeGreaterThan(0.85);
    expect(share(sure, ({ isRight }) => isRight)).toBeGreaterThan(0.85);
    expect(share(answered, ({ isSure, isRight }) => isSure && isRight)).toBeGreaterThan(0.7);
    expect(
      share(
        judged.filter(({ isAnswered }) => !isAnswered),
        ({ isSure }) => isSure,
      ),
    ).toBeLessThan(0.06);
    for (const language of ['en', 'es', 'pt'] as const)
      expect(
        share(
          answered.filter((one) => one.language === language),
          ({ isRight }) => isRight,
        ),
        language,
      ).toBeGreaterThan(0.75);
  });

  it('the language is told for nearly all', () => {
    const digest = digester();
    const all = [...makeTickets({ count: 1500, seed: 31 })];
    expect(
      all.filter((ticket) => digest(asRaw(ticket)).language === ticket.language).length / all.length,
    ).toBeGreaterThan(0.99);
  });
});

describe('the four help desks', () => {
  const tickets = [...makeTickets({ count: 60, seed: 3 })];

  it.each(Object.keys(exportForms) as (keyof typeof exportForms)[])(
    '%s says the same of the same tickets',
    async (form) => {
      const { head, row } = exportForms[form];
      const file = join(folder, form);
      const text = `${head === null ? '' : `\ufeff${head}\r\n`}${tickets.map(row).join('\n')}\n`;
      await writeFile(file, text);
      const source = await openExport(file, new Map());
      expect(source).toMatchObject({ plan: { shape: { id: form.split('.')[0] } }, format: form.split('.')[1] });
      if (!source) return;
      const splitter = source.format === 'csv' ? splitRecords(source.delimiter) : splitLines();
      const records = [splitter.push(text.slice(1)), splitter.end()].flatMap((part) => part.records);
      const { rows, broken } = createReader(source)(source.format === 'csv' ? records.slice(1) : [...records]);
      expect(broken).toEqual(head === null ? [{ line: 1, why: 'it is no JSON object' }] : []);
      const read = rows.flatMap(({ row: each }) => (typeof each === 'object' ? [each] : []));
      const digest = digester();
      const said = ({ day, language }: TicketDigest) => ({ day, language });
      const expected = head === null ? tickets.slice(1) : tickets;
      expect(read.map((each) => each.id)).toEqual(expected.map(({ number }) => String(number)));
      expect(read.map((each) => said(digest(each)))).toEqual(expected.map((each) => said(digest(asRaw(each)))));
    },
  );
});

describe('what is said of an export', () => {
  function report(given: Iterable<MadeTicket>, examples = 3): Deflection {
    const digest = digester();
    const tally = createTally(index.slugs);
    for (const ticket of given) tally.add(digest(asRaw(ticket)));
    return makeReport(tally, {
      source: { shape: 'zendesk', format: 'csv' },
      counts: { broken: 0, notFirst: 0 },
      broken: [],
      articles,
      slugs: index.slugs,
      locale: 'en',
      confidence: defaultConfidence,
      examples,
    });
  }

  it('has clusters of one thing each, in several languages, the surge, and nobody in it', () => {
    const made = [...makeTickets({ count: 4000, seed: 8, surge: { topic: 'app-crash', day: 20_760, count: 160 } })];
    const said = report(made);
    expect(deflectionSchema.safeParse(said).error).toBeUndefined();
    expect(said.counts.tickets).toBe(4000);
    expect(said.clusters.some(({ languages }) => languages.en > 0 && languages.es > 0 && languages.pt > 0)).toBe(true);
    expect(said.surges.some(({ of, from }) => of === 'cluster' && from === '2026-11-03')).toBe(true);
    expect(said.weeks.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(4000);
    const text = JSON.stringify(said).toLowerCase() + htmlReport(said, new Date(0)).toLowerCase();
    for (const { name, email } of made) {
      expect(text.includes(email.toLowerCase())).toBe(false);
      for (const word of name.toLowerCase().split(' '))
        expect(new RegExp(`\\b${word}\\b`, 'u').test(text), word).toBe(false);
    }
    expect(text).not.toMatch(/0x[0-9a-f]{6}|\+55 11|@mail\.example/);
  });

  it('has no sentence of anybody with `examples: 0`', () => {
    const said = report(makeTickets({ count: 1000, seed: 8 }), 0);
    expect(said.clusters.length).toBeGreaterThan(0);
    expect(said.clusters.flatMap(({ examples }) => examples)).toEqual([]);
  });

  it('hostile tickets are text in the report, and nothing else', () => {
    const hostile =
      '<script>alert(1)</script> "><img src=x onerror=alert(1)> </style> javascript:alert(1) \u001b[31m \u202e';
    const [made] = makeTickets({ count: 1, seed: 1 });
    if (!made) throw new Error('no ticket');
    const many = Array.from({ length: 30 }, (_, nth) => ({
      ...made,
      number: nth,
      subject: `zxqv widget ${hostile}`,
      body: `the zxqv widget breaks with onerror quux ${hostile}`,
    }));
    const said = report(many);
    expect(said.clusters[0]?.tickets).toBe(30);
    const html = htmlReport({ ...said, broken: [{ line: 3, why: hostile }] }, new Date(0));
    for (const never of ['<script', '<img', '\u001b', '\u202e']) expect(html).not.toContain(never);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/(?:src|href|url\()\s*=?\s*["']?(?:https?:)?\/\//);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
