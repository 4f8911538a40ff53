// Long because it is one list: each way in, and each way out that is searched for what was planted.
/**
 * Secrets are planted at every way into Runlight, each with its own, and looked for at every way out of it.
 * A leak is named by where it came in and where it went out.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandDefinition, CommandOption } from '../../scripts/cli/define-command.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { type Proof, proofOf } from '../../src/schemas/proof.ts';
import { type Report, reportSchema } from '../../src/schemas/report.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { apiClient } from './api-client.ts';
import { type Searchable, searchable, secretsIn } from './planted.ts';
import {
  at,
  environment,
  openHostile,
  planted,
  runEntrances,
  variableOf,
  writeFiles,
  writePlantedTree,
} from './planted-tree.ts';
import { runNode } from './run.ts';
import { serve } from './served.ts';

/** Ways in that a run does not take. */
const report = 'a report made elsewhere';
const results = 'results that were published before';
const row = 'a row of the store';
const typed = 'what is typed into a command';
const request = 'a request to the API';
const page = 'a page';
const data = 'a file of data';
const macro = 'a macro';
for (const entrance of [report, results, row, typed, request, page, data, macro]) at(entrance);

const textOf = (entrance: string): string => at(entrance).lines.join('\n');
const lineOf = (entrance: string): string => at(entrance).lines.join('; ');

/** What went out, by the way it took. */
const exits = new Map<string, Searchable>();
const out = (name: string, text: string): void => void exits.set(name, searchable(text));

let root = '';
let dirty = '';
let work = '';
let hostile: Awaited<ReturnType<typeof openHostile>>;
const runlight = (...args: string[]) =>
  runNode([join(packageRoot, 'scripts/runlight.ts'), ...args], {
    ...environment(),
    RUNLIGHT_STATE: join(work, 'state'),
  });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'rl-planted-out-'));
  hostile = await openHostile();
  root = await writePlantedTree(hostile.url);
  await publishedBefore();
  const first = await checkEverything();
  await Promise.all([publishElsewhere(first), keepRow(first)]);
  await Promise.all([lookWithoutRunning(), lintDirty()]);
  await runAgain();
  await askServer();
  await typeIt();
  await readState();
});
afterAll(async () => {
  await hostile?.[Symbol.asyncDispose]();
  for (const folder of [root, dirty, work]) if (folder !== '') await rm(folder, { recursive: true, force: true });
});

const asked = 'runbooks/hostile/asked#tx';

/** A proof whose every text is what an entrance holds. */
function proofWith(proof: Proof, entrance: string): Proof {
  return {
    ...proof,
    title: lineOf(entrance),
    verdict: 'fail',
    reason: { code: 'expectation', message: textOf(entrance), hint: lineOf(entrance) },
    readings: [
      ...at(entrance).lines.map((value, index) => ({
        name: `/line/${index}`,
        value,
        unit: null,
        healthy: '= ok',
        degraded: null,
        verdict: 'fail' as const,
      })),
      {
        name: '/paid',
        value: Number(at(entrance).needles['card number']),
        unit: null,
        healthy: '= 1',
        degraded: null,
        verdict: 'fail',
      },
    ],
  };
}

const anyProof: Proof = {
  title: 'The transaction is there',
  verdict: 'fail',
  reason: null,
  provenAt: new Date(Date.now() - 60_000).toISOString(),
  durationMs: 1,
  freshFor: 900_000,
  flaky: false,
  readings: [],
  environment: 'lab',
  by: 'ci',
};

async function publishedBefore(): Promise<void> {
  const blocks = { [asked]: proofWith(anyProof, results) };
  const text = JSON.stringify({ version: 1, publishedAt: anyProof.provenAt, environment: 'lab', blocks });
  await writeFiles(root, { 'dist/internal/results.json': text });
}

const reporters = ['json', 'junit', 'github', 'markdown', 'sarif'] as const;

async function checkEverything(): Promise<Report> {
  // Before anything is published anew.
  const status = await runlight('status', '--root', root, '--all');
  out('status of what was published', status.output);
  const files = reporters.flatMap((name) => ['--reporter', `${name}=${join(work, `report.${name}`)}`]);
  const ran = await runlight(
    'check',
    '--root',
    root,
    '--reporter',
    'terminal',
    ...files,
    '--publish',
    join(root, 'dist'),
  );
  expect(ran.code).toBe(1);
  out('the terminal', ran.stdout);
  out('both outputs of a run', ran.output);
  for (const name of reporters) out(`the report for ${name}`, await readFile(join(work, `report.${name}`), 'utf8'));
  for (const site of ['internal', 'public'])
    out(`the published results, ${site}`, await readFile(join(root, 'dist', site, 'results.json'), 'utf8'));
  return reportSchema.parse(JSON.parse(await readFile(join(work, 'report.json'), 'utf8')));
}

/** The same report as another tool might have written it. */
async function publishElsewhere({ results: all, ...rest }: Report): Promise<void> {
  const [first, ...others] = all;
  if (!first) throw new Error('There is no result.');
  const { title, reason, readings } = proofWith(anyProof, report);
  const foreign: Report = {
    ...rest,
    run: { ...rest.run, id: lineOf(report), commit: lineOf(report) },
    results: [
      {
        ...first,
        title,
        reason,
        readings,
        target: lineOf(report),
        provider: lineOf(report),
        params: { order: textOf(report), [lineOf(report)]: 'x' },
        evidence: [{ title, text: textOf(report), truncated: false }],
      },
      { ...first, block: lineOf(report), page: { ...first.page, file: lineOf(report) } },
      ...others,
    ],
  };
  const file = join(work, 'foreign.json');
  await writeFile(file, JSON.stringify(foreign));
  const broken = join(work, 'broken.json');
  await writeFile(broken, `{ "version": ${textOf(report)}`);
  const dist = join(work, 'dist');
  const [ran, refused] = await Promise.all([
    runlight('publish', '--root', root, '--dist', dist, file),
    runlight('publish', '--root', root, '--dist', dist, broken),
  ]);
  expect([ran.code, refused.code]).toEqual([0, 2]);
  out('what `publish` says', ran.output + refused.output);
  const internal = await readFile(join(dist, 'internal/results.json'), 'utf8');
  out('what `publish` writes', internal + (await readFile(join(dist, 'public/results.json'), 'utf8')));
}

/** Rows as a version without redaction wrote them: of a block that is there, and of what no page has. */
async function keepRow({ results: all }: Report): Promise<void> {
  const first = all.find(({ block }) => block !== asked);
  if (!first) throw new Error('There is no result.');
  const database = await openSqlite(join(root, '.runlight/runlight.sqlite'));
  const proof = proofWith(proofOf(first, { freshFor: 1, environment: 'lab', by: 'server' }), row);
  const kept = {
    environment: 'lab',
    subject: 'of an older page',
    provenAt: Date.parse(proof.provenAt),
    proof: JSON.stringify(proof),
    evidence: JSON.stringify([{ title: lineOf(row), text: textOf(row), truncated: false }]),
    redaction: null,
  };
  for (const block of [first.block, lineOf(row), 'runbooks/gone#one'])
    await database
      .insertInto('proof')
      .values({ ...kept, block })
      .execute();
  await database
    .insertInto('proof')
    .values({ ...kept, block: 'unreadable', proof: `{"title": ${textOf(row)}` })
    .execute();
  await database.destroy();
}

async function lookWithoutRunning(): Promise<void> {
  const [status, json, plan] = await Promise.all([
    runlight('status', '--root', root, '--all'),
    runlight('status', '--root', root, '--json'),
    runlight('check', '--root', root, '--dry-run', '--param', `hash=${at(typed).hash}`),
  ]);
  out('`status`', status.output);
  out('`status --json`', json.output);
  out('`check --dry-run`', plan.output);
}

async function runAgain(): Promise<void> {
  const [diagnosis, json] = await Promise.all([
    runlight('diagnose', 'swap', '--timeout', '60 s', '--root', root),
    runlight('diagnose', 'swap', '--timeout', '60 s', '--root', root, '--json'),
  ]);
  const [triage, triageJson, stdout] = await Promise.all([
    runlight('triage', 'hostile', '--timeout', '60 s', '--root', root),
    runlight('triage', 'hostile', '--timeout', '60 s', '--root', root, '--json'),
    runlight('check', '--root', root, '--json'),
  ]);
  expect([diagnosis.code, json.code, triage.code, triageJson.code]).toEqual([1, 1, 0, 0]);
  out('`diagnose`', diagnosis.output);
  out('`diagnose --json`', json.output);
  out('`triage`', triage.output);
  out('`triage --json`', triageJson.output);
  out('`check --json`', stdout.output);
}

/** Files that hold secrets themselves: in their prose, in their names for things, in what is wrong with them. */
async function lintDirty(): Promise<void> {
  dirty = await mkdtemp(join(tmpdir(), 'rl-dirty-'));
  const front = (title: string): string =>
    `---\ntitle: ${JSON.stringify(title)}\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n`;
  const block = `:::check[${lineOf(page)}]{#one use="http-json" target="api" extra="${lineOf(page)}"}\n| Reading | Healthy |\n| --- | --- |\n| \`/status\` | ${lineOf(page)} |\n:::\n`;
  const secrets = [...planted.keys()].map(
    (name) => `      x-${variableOf(name).toLowerCase()}: { secret: ${variableOf(name)} }\n`,
  );
  await writeFiles(dirty, {
    'runbooks/a/prose.md': `${front('Prose')}\n${textOf(page)}\n`,
    'runbooks/a/title.md': `${front(lineOf(page))}\nText.\n`,
    'runbooks/a/block.md': `${front('Block')}\n${block}`,
    'runbooks/a/key.md': `---\n${JSON.stringify(lineOf(page))}: x\ntitle: Key\n---\n`,
    'src/content/targets/lab.yaml': `api:\n  url: http://127.0.0.1:9\n  layer: api\n  headers:\n${secrets.join('')}`,
    'src/content/targets/other.yaml': `api:\n  url: ${JSON.stringify(lineOf(data))}\n`,
    'src/content/trees/one.yaml': `title: ${JSON.stringify(lineOf(data))}\nnodes:\n  one: ${JSON.stringify(textOf(data))}\n`,
    'src/content/trees/two.yaml': `title: Two\n${at(data)
      .lines.map((line) => `# ${line}`)
      .join('\n')}\n`,
    'src/content/trees/three.yaml': `title: "${lineOf(data)}\nnodes:`,
    'src/content/journeys/one.yaml': `title: One\n${JSON.stringify(lineOf(data))}: x\n`,
    'src/content/providers/one.yaml': `name: ${JSON.stringify(lineOf(data))}\n`,
    'src/content/escalation.yaml': `inDoubt: ${JSON.stringify(lineOf(data))}\n`,
    'src/content/macros/en/one.md': `---\ntitle: ${JSON.stringify(lineOf(macro))}\nuse: x\n---\n\n${textOf(macro)} {{${at(macro).needles.bearer}}}\n`,
  });
  const [lint, json, check, list] = await Promise.all([
    runlight('lint', '--root', dirty),
    runlight('lint', '--root', dirty, '--json'),
    runlight('check', '--root', dirty),
    runlight('check', '--root', dirty, '--list'),
  ]);
  const [status, trees, triage, journeys] = await Promise.all([
    runlight('status', '--root', dirty),
    runlight('triage', '--root', dirty, '--list'),
    runlight('triage', 'one', '--root', dirty),
    runlight('diagnose', 'one', '--root', dirty),
  ]);
  expect([lint.code, check.code, triage.code, journeys.code]).toEqual([1, 2, 2, 2]);
  const holding = [...new Set([...lint.stdout.matchAll(/^(\S+):\d+:\d+ error secret /gm)].map(([, path]) => path))];
  expect(holding).toEqual([
    'runbooks/a/block.md',
    'runbooks/a/key.md',
    'runbooks/a/prose.md',
    'runbooks/a/title.md',
    'src/content/escalation.yaml',
    'src/content/journeys/one.yaml',
    'src/content/macros/en/one.md',
    'src/content/providers/one.yaml',
    'src/content/targets/other.yaml',
    'src/content/trees/one.yaml',
    'src/content/trees/three.yaml',
    'src/content/trees/two.yaml',
  ]);
  out('`lint`', lint.output);
  out('`lint --json`', json.output);
  out(
    'what refuses a tree with secrets',
    [check, list, status, trees, triage, journeys].map(({ output }) => output).join('\n'),
  );
}

async function askServer(): Promise<void> {
  const server = serve(
    'scripts/start.ts',
    ['--root', root, '--no-build', '--no-first-run', '--port', '0'],
    environment(),
  );
  try {
    const [url = ''] = await server.says(/http:\/\/127\.0\.0\.1:\d+\//);
    await server.says('Ctrl-C');
    const api = apiClient(url);
    const get = async (path: string): Promise<string> => (await fetch(api.url(path))).text();
    out('the blocks of the API, before a run', await get('blocks'));
    const stop = new AbortController();
    const stream = await fetch(api.url('events'), { signal: stop.signal });
    const all = (await api.blocks()).map(({ block }) => block).filter((block) => block !== asked);
    const events = await api.run(all);
    const own = await api.run([asked], { hash: at(request).hash });
    out('the events of a run', JSON.stringify([events, own]));
    const start = events.find(({ type }) => type === 'start');
    out('a run of the API', start?.type === 'start' ? await get(`runs/${start.run.id}`) : '');
    const heard: string[] = [];
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (reader && heard.join('').split('block-end').length <= all.length * 2)
      heard.push((await reader.read()).value ?? '');
    stop.abort();
    out('the events of all pages', heard.join(''));
    out('the blocks of the API', await get('blocks'));
    const evidence = await Promise.all(all.map((block) => get(`evidence?block=${encodeURIComponent(block)}`)));
    out('the evidence of the API', evidence.join('\n'));
    out('its description', await get('openapi.json'));
    const it = encodeURIComponent(textOf(request));
    const parts = at(request).lines;
    const refused = await Promise.all([
      get(`blocks?page=${it}`),
      get(`blocks?${it}=1`),
      ...parts.map((line) => get(`blocks?page=${encodeURIComponent(line)}`)),
      ...parts.map((line) => get(`evidence?block=${encodeURIComponent(line.split(' ').at(-1) ?? '')}`)),
      get(`evidence?block=${it}`),
      get(`runs/${it.slice(0, 90)}`),
      get(`${it}`),
      (await fetch(new URL(`nowhere/${it}`, url))).text(),
      ...[
        textOf(request),
        { blocks: [textOf(request)] },
        { blocks: [asked], [lineOf(request)]: 1 },
        { blocks: [asked], params: { hash: textOf(request).slice(0, 1900) } },
        ...parts.flatMap((line) => [
          { blocks: [line] },
          { blocks: [asked], params: { [line.slice(-100)]: 'x' } },
          { blocks: [asked], params: { hash: line } },
        ]),
      ].map(async (body) => (await api.post(body)).text()),
    ]);
    expect(refused.filter((text) => text.includes('"error"')).length).toBeGreaterThan(60);
    out('the refusals of the API', refused.join('\n'));
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
    out('what the server prints', server.output());
  }
}

/** Every place of a command line that takes words, one after the other in this process: their errors repeat what was typed. */
async function typeIt(): Promise<void> {
  const it = textOf(typed);
  const { default: check } = await import('../../scripts/check.ts');
  const commands: [command: unknown, ...args: string[]][] = [
    ...[
      [it],
      [`runbooks/${it}`],
      ['--param', it],
      ['--param', `hash=${it}`],
      ['--param', `${it}=1`],
      ...at(typed).lines.map((line) => ['--param', `hash=${line}`]),
      ['--env', it],
      ['--layer', it],
      ['--changed', it],
      ['--reporter', it],
      ['--reporter', 'json=x', '--reporter', 'junit=x', it],
      ['--shard', it],
      ['--timeout', it],
      ['--concurrency', it],
      [`--${it}`],
      [`--list=${it}`],
    ].map((args): [unknown, ...string[]] => [check, ...args]),
    ...(
      await Promise.all([
        import('../../scripts/triage.ts'),
        import('../../scripts/diagnose.ts'),
        import('../../scripts/status.ts'),
        import('../../scripts/lint.ts'),
        import('../../scripts/links.ts'),
        import('../../scripts/new.ts'),
        import('../../scripts/publish.ts'),
        import('../../scripts/redact.ts'),
        import('../../scripts/lab.ts'),
      ])
    ).map((loaded): [unknown, ...string[]] => [loaded.default, it]),
    [(await import('../../scripts/triage.ts')).default, 'hostile', '--answer', it],
    [(await import('../../scripts/triage.ts')).default, 'hostile', '--answer', `${it}=1`],
    [(await import('../../scripts/triage.ts')).default, 'hostile', '--answer', `one=${it}`],
    [(await import('../../scripts/triage.ts')).default, 'hostile', '--param', `hash=${it}`],
    [(await import('../../scripts/new.ts')).default, 'runbook', it],
    [(await import('../../scripts/lab.ts')).default, 'break', it],
  ];
  const said: string[] = [];
  const before = process.env;
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write];
  const hear = (chunk: unknown): boolean => said.push(String(chunk)) > 0;
  const codes: number[] = [];
  try {
    process.env = { ...before, ...environment(), RUNLIGHT_STATE: join(work, 'state') };
    stdout.write = hear;
    stderr.write = hear;
    for (const [command, ...args] of commands)
      codes.push(
        await runCommand(command as CommandDefinition<Record<string, CommandOption>>, ['--root', root, ...args]),
      );
  } finally {
    [stdout.write, stderr.write] = writes as [typeof stdout.write, typeof stderr.write];
    process.env = before;
  }
  expect(codes.filter((code) => code !== 2)).toEqual([]);
  const unknown = await runlight('check', '--root', root, '--env', it);
  out('what refuses a command', said.join('') + unknown.output);
}

/** Everything that is left in files, byte by byte. */
async function readState(): Promise<void> {
  const bytes = async (folder: string, wanted: RegExp): Promise<string> => {
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile() && wanted.test(entry.name));
    expect(files.length).toBeGreaterThan(0);
    return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
  };
  out('the bytes of the store', await bytes(join(root, '.runlight'), /sqlite/));
  const cached = await Promise.all(
    [root, dirty].map(async (tree) =>
      createHash('sha256')
        .update(await realpath(tree))
        .digest('hex')
        .slice(0, 16),
    ),
  );
  out('the cache of pages', await bytes(join(packageRoot, '.runlight/cache'), new RegExp(cached.join('|'))));
}

const entrances = [...planted.keys()];

describe('the search itself', () => {
  it.each(entrances)('finds everything that was planted in %s, also in JSON', (entrance) => {
    const all = Object.keys(at(entrance).needles);
    expect(secretsIn(searchable(textOf(entrance)), at(entrance))).toEqual(all);
    expect(secretsIn(searchable(JSON.stringify({ text: textOf(entrance) })), at(entrance))).toEqual(all);
    expect(secretsIn(searchable(lineOf(entrance)), at(entrance))).toEqual(all);
  });
});

describe.each(entrances)('what was planted in %s', (entrance) => {
  it('is in nothing that goes out', () => {
    const leaks = [...exits].flatMap(([exit, text]) => secretsIn(text, at(entrance)).map((name) => `${exit}: ${name}`));
    expect(leaks).toEqual([]);
    expect(exits.size).toBeGreaterThan(30);
  });
});

describe('what stood beside it', () => {
  /** Where at least something of an entrance goes out: without it, nothing would have been tried there. */
  const reaches: Record<string, string[]> = {
    'the report for json': [...runEntrances],
    '`check --json`': [...runEntrances],
    'the report for junit': ['a reading', 'an error that a check throws'],
    'the report for github': ['a reading', 'an error that a check throws'],
    'the report for markdown': ['a reading', 'an error that a check throws'],
    'the report for sarif': ['a reading', 'an error that a check throws'],
    'the terminal': ['a reading', 'an error that a check throws'],
    'the published results, internal': ['a reading', 'the body of an answer', results],
    'status of what was published': [results],
    'what `publish` writes': [report],
    'what `publish` says': [report],
    'the blocks of the API, before a run': [results],
    'the blocks of the API': ['a reading'],
    'the events of a run': [...runEntrances],
    'a run of the API': [...runEntrances],
    'the events of all pages': ['a reading'],
    'the evidence of the API': runEntrances.filter((each) => each !== 'a reading'),
    'the refusals of the API': [request],
    '`diagnose`': ['the body of an answer'],
    '`diagnose --json`': ['a reading'],
    '`triage`': ['a reading'],
    '`triage --json`': ['a reading'],
    'the bytes of the store': ['a reading', row],
    'what refuses a command': [typed],
  };

  it.each(Object.entries(reaches))('is still in %s', (exit, from) => {
    const { plain } = exits.get(exit) ?? searchable('');
    expect(from.filter((entrance) => !plain.includes(at(entrance).marker))).toEqual([]);
  });

  it('a hash that a target answered with is still in the evidence', () => {
    const { plain } = exits.get('the evidence of the API') ?? searchable('');
    const lost = runEntrances.filter((each) => each !== 'a reading' && !plain.includes(at(each).hash));
    expect(lost).toEqual([]);
  });

  it('the hash that a person asked about is still in what was found', () => {
    expect(exits.get('the events of a run')?.plain).toContain(at(request).hash);
    expect(exits.get('`check --dry-run`')?.plain).toContain(at(typed).hash);
  });
});
