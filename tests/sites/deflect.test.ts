import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportForms } from '../../bench/tickets/write-export.ts';
import { writeExport } from '../../bench/tickets/write-file.ts';
import { type Deflection, deflectionSchema } from '../../src/schemas/deflection.ts';
import { runlight } from './run.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deflect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function deflect(...args: string[]): Promise<{ code: number; said: Deflection; output: string }> {
  const { code, stdout, output } = await runlight('deflect', ...args, '--json');
  const parsed = deflectionSchema.safeParse(JSON.parse(stdout));
  expect(parsed.error).toBeUndefined();
  return { code, output, said: parsed.data as Deflection };
}

describe('`runlight deflect`', () => {
  it.each(Object.keys(exportForms) as (keyof typeof exportForms)[])('reads %s', async (form) => {
    await writeExport(at(form), form, { count: 300, seed: 4 });
    const { code, said } = await deflect(at(form));
    expect(code).toBe(0);
    expect(said.source).toMatchObject({ shape: form.split('.')[0], format: form.split('.')[1] });
    expect(said.counts).toMatchObject({
      tickets: 300,
      broken: 0,
      undated: 0,
      notFirst: form === 'intercom.csv' ? 300 : 0,
    });
    expect(said.coverage.share).toBeGreaterThan(0.3);
    expect(said.articles.length).toBeGreaterThan(5);
  });

  it('uses what it can of a hostile CSV, and names the rest by line', async () => {
    const head = 'Id;Requester;Subject;Via;Created at;Description';
    const good = (id: number, text: string) =>
      `${id};Maria Quispe;"${text}";Mail;25/11/2026 10:00;"Hola,\r\nsoy Maria Quispe. ""${text}"""`;
    await writeFile(
      at('hostile.csv'),
      Buffer.concat([
        Buffer.from('\ufeff'),
        Buffer.from(
          [
            head,
            good(1, 'mi tarjeta fue rechazada al comprar'),
            '2;too;few',
            '3;Ana;"never closed;Mail;25/11/2026;x',
            good(4, '=cmd|calc <script>alert(1)</script>'),
            ';;;;;',
            good(4, 'the same id again'),
            '',
            '6;Ana;no date;Mail;soon;my bitcoin has 0 confirmations',
          ].join('\r\n'),
        ),
      ]),
    );
    const { code, said } = await deflect(at('hostile.csv'), '--html', at('hostile.html'));
    expect(code).toBe(0);
    expect(said.counts).toEqual({ tickets: 3, broken: 3, repeated: 1, notFirst: 0, undated: 1 });
    expect(said.broken).toEqual([
      { line: 4, why: 'it has 3 values, and the head 6' },
      { line: 5, why: expect.stringContaining('quote') },
      { line: 8, why: 'it has neither a subject nor a text' },
    ]);
    expect(said.source.from).toBe('2026-11-25');
    expect(JSON.stringify(said) + (await readFile(at('hostile.html'), 'utf8'))).not.toMatch(/Quispe|<script/i);
  });

  it('tells a person what matters first, in lines of at most 80 columns', async () => {
    await writeExport(at('many.csv'), 'zendesk.csv', { count: 2000, seed: 6 });
    const ran = await runlight('deflect', at('many.csv'), '--clusters', at('clusters'), '--html', at('report.html'));
    expect(ran.code).toBe(0);
    const lines = ran.stdout.split('\n');
    expect(lines[0]).toMatch(/^\d+% of 2,000 tickets have an article, 2026-/);
    // Paths are never cut.
    expect(lines.filter((line) => [...line].length > 80 && !line.startsWith(`  ${folder}`))).toEqual([]);
    for (const part of ['Articles that would have answered most', 'what to write next', 'By week', 'urges'])
      expect(ran.stdout).toContain(part);
    const html = await readFile(at('report.html'), 'utf8');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('starts the missing article from a cluster, by its file and by its id', async () => {
    const [file = ''] = (await readdir(at('clusters'))).sort();
    const root = at('tree');
    const { cp } = await import('node:fs/promises');
    await cp(join(import.meta.dirname, '..', 'fixtures', 'two-sites'), root, { recursive: true });
    const started = await runlight(
      'new',
      'article',
      'missing-one',
      '--from-cluster',
      at(`clusters/${file}`),
      '--root',
      root,
    );
    expect(started.code).toBe(0);
    const text = await readFile(join(root, 'src/content/docs/help/missing-one.md'), 'utf8');
    const cluster = JSON.parse(await readFile(at(`clusters/${file}`), 'utf8')) as Deflection['clusters'][number];
    const said = cluster.wording.find(({ language }) => language === 'en')?.text ?? cluster.words[0] ?? '';
    expect(text).toContain(JSON.stringify(said));
    expect((await runlight('new', 'article', 'by-id', '--from-cluster', cluster.id, '--root', root)).code).toBe(0);
    const lint = await runlight('lint', '--root', root);
    expect(lint.output).not.toMatch(/missing-one|by-id/);
    for (const [args, expected] of [
      [['new', 'article', 'x', '--from-cluster', 'no-such-cluster'], 'There is no cluster `no-such-cluster`'],
      [['new', 'article', 'x', '--from-cluster', at('many.csv.json')], 'is no file'],
      [['new', 'runbook', 'a/x', '--from-cluster', cluster.id], 'starts an article'],
    ] as const) {
      const ran = await runlight(...args, '--root', root);
      expect([ran.code, ran.output]).toEqual([2, expect.stringContaining(expected)]);
    }
  });

  it.each([
    ['empty.csv', '', 3, 'is empty'],
    ['head.csv', 'Id,Requester,Subject,Via,Created at\n', 3, 'no ticket that can be read'],
    ['other.csv', 'date,amount\n2026-01-01,4\n', 2, 'Zendesk, Freshdesk, Intercom or Help Scout'],
    ['near.csv', 'Ticket,Requester,Via,Organization\n1,a,b,c\n', 2, 'Zendesk is nearest'],
    ['people.csv', 'maria.quispe@mail.example,+5511987654321\n', 2, 'is no export that is known'],
    ['list.json', '[{"id":1}]', 2, 'one object a line'],
    ['bad.jsonl', '{"id":1,\n', 2, 'no line of its beginning is a JSON object'],
    ['zip.csv', 'PK\u0003\u0004\u0000\u0000', 2, 'unpack it'],
  ])('%s: says what was expected (%#)', async (name, text, code, expected) => {
    await writeFile(at(name), text);
    const ran = await runlight('deflect', at(name));
    expect([ran.code, ran.output]).toEqual([code, expect.stringContaining(expected)]);
    expect(ran.output).not.toMatch(/quispe|98765/);
  });

  it('tells whose export it is by a first line with a long conversation', async () => {
    const ticket = { id: 1, subject: 'my bitcoin has 0 confirmations', submitter_id: 1, organization_id: 2 };
    await writeFile(
      at('long.jsonl'),
      `${JSON.stringify({ ...ticket, comments: [{ body: 'word '.repeat(40_000) }] })}\n`,
    );
    expect((await deflect(at('long.jsonl'))).said).toMatchObject({
      source: { shape: 'zendesk' },
      counts: { tickets: 1 },
    });
  });

  it('`--map` reads any other export, and wrong use is said', async () => {
    await writeFile(at('own.csv'), 'nr,when,what\n1,2026-11-01,my bitcoin has 0 confirmations\n');
    const { said } = await deflect(at('own.csv'), '--map', 'body=what', '--map', 'created=when');
    expect(said).toMatchObject({
      source: { shape: null, from: '2026-11-01' },
      articles: [{ slug: 'bitcoin-unconfirmed' }],
    });
    for (const [args, expected] of [
      [[], 'takes one file'],
      [[at('nowhere.csv')], 'no file that can be read'],
      [[at('own.csv'), '--map', 'body=waht'], 'Did you mean `what`'],
      [[at('own.csv'), '--map', 'bdy=what'], 'Did you mean `body`'],
      [[at('own.csv'), '--examples', 'x'], 'a whole number'],
      [[at('own.csv'), '--confidence', '2'], 'from 0 to 1'],
    ] as const) {
      const ran = await runlight('deflect', ...args);
      expect([ran.code, ran.output]).toEqual([2, expect.stringContaining(expected)]);
    }
  });
});
