import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchAnswerSchema } from '../../src/schemas/search.ts';
import { runlight } from './run.ts';

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

test('An error text finds its runbook, with the reason, in lines that fit a terminal', async () => {
  const { code, stdout } = await runlight('search', 'nonce', 'too', 'low');
  expect(code).toBe(0);
  expect(stdout).toContain('Runbooks and procedures');
  expect(stdout).toContain('matches the error text “nonce too low”');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('As JSON an answer has the published shape, and a user finds nothing of the team’s', async () => {
  const { code, stdout } = await runlight(
    'search',
    'mi saldo desaparecio',
    '--locale',
    'ES',
    '--audience',
    'public',
    '--json',
  );
  expect(code).toBe(0);
  const answer = searchAnswerSchema.parse(JSON.parse(stdout));
  expect(answer).toMatchObject({ q: 'mi saldo desaparecio', locale: 'es', audience: 'public' });
  expect(answer.results[0]).toMatchObject({
    kind: 'help',
    slug: 'missing-funds',
    locale: 'es',
    url: '/es/help/missing-funds/',
  });
  expect(answer.results.every(({ kind }) => ['help', 'glossary', 'incident'].includes(kind))).toBe(true);
  expect(answer.results[0]?.why).not.toBe('');
});

test('The team finds English pages in every language', async () => {
  const { stdout } = await runlight('search', 'cambio de turno', '--locale', 'es', '--json');
  expect(searchAnswerSchema.parse(JSON.parse(stdout)).results[0]).toMatchObject({
    kind: 'runbook',
    slug: 'shift-handover',
    locale: 'en',
  });
});

test('A batch is answered line by line, in order, in the language of each line', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'runlight-search-')), 'queries.jsonl');
  const queries = [
    { q: 'tarjeta rechazada', locale: 'es', audience: 'public' },
    { q: phrase, locale: 'en', audience: 'public' },
    { q: 'saldo sumiu', locale: 'pt_BR', audience: 'public', expect: { slug: 'missing-funds' } },
  ];
  await writeFile(file, `${queries.map((query) => JSON.stringify(query)).join('\n')}\n\n`);
  const { code, stdout, output } = await runlight('search', '--batch', file);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => searchAnswerSchema.parse(JSON.parse(line)));
  expect(answers.map(({ locale, results }) => [locale, results[0]?.slug ?? null])).toEqual([
    ['es', 'buy-card-declined'],
    ['en', null],
    ['pt-br', 'missing-funds'],
  ]);
  expect(code).toBe(2);
  expect(output).toContain('Line 2: This looks like a recovery phrase');
  expect(output).not.toContain('sausage');
});

test('A batch may come from a spreadsheet; a line is named by its place in the file', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'runlight-search-')), 'queries.jsonl');
  await writeFile(file, `\ufeff{"q":"nonce too low"}\r\n\r\n\r\n${JSON.stringify({ q: phrase })}\r\n`);
  const { code, stdout, output } = await runlight('search', '--batch', file);
  expect(code).toBe(2);
  expect(stdout.trim().split('\n')).toHaveLength(2);
  expect(output).toContain('Line 4: This looks like a recovery phrase');
});

test('A language that is not there ends a batch before its first answer', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'runlight-search-')), 'queries.jsonl');
  await writeFile(file, '{"q":"nonce too low"}\n{"q":"x","locale":"xx"}\n');
  const { code, stdout, output } = await runlight('search', '--batch', file);
  expect([code, stdout]).toEqual([2, '']);
  expect(output).toContain('There is no language `xx` here.');
});

test('Words of an e-mail address are not named in the reasons', async () => {
  const { stdout } = await runlight('search', 'mi correo jhonn.peresz@gmail.com no funciona', '--json');
  const answer = searchAnswerSchema.parse(JSON.parse(stdout));
  expect(answer.q).toBe('mi correo [e-mail removed] no funciona');
  expect(answer.results.length).toBeGreaterThan(0);
  expect(stdout).not.toMatch(/jhonn|peresz/);
});

test('A recovery phrase is refused with what to do, and shown nowhere', async () => {
  const { code, stdout, output } = await runlight('search', phrase);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(output).toContain('make a new wallet now');
  expect(output).not.toContain('sausage');
});

test('Wrong use is said in a sentence, with the nearest right name', async () => {
  const cases: [string[], string][] = [
    [['search'], 'What are you looking for? Others look for'],
    [['search', 'x', '--locale', 'fr'], 'There is no language `fr` here.'],
    [['search', 'x', '--locale', 'pt-bt'], 'Did you mean `pt-br`?'],
    [['search', 'x', '--audience', 'pubic'], 'Did you mean `public`?'],
    [['search', 'x', '--limit', '0'], 'expected a whole number from 1 to 100'],
    [['search', '--batch', '/nowhere.jsonl'], '`/nowhere.jsonl` cannot be read'],
  ];
  for (const [args, sentence] of cases) {
    const { code, output } = await runlight(...args);
    expect([args, code]).toEqual([args, 2]);
    expect(output.replace(/\s+/g, ' ')).toContain(sentence);
  }
});

test('No result says what to try, and where a person is', async () => {
  const { code, stdout } = await runlight('search', 'qqqqzzzz', '--audience', 'public');
  expect(code).toBe(0);
  expect(stdout).toContain('Nothing was found.');
  expect(stdout).toContain('from inside the app, under Help');
});
