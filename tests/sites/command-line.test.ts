// Long because it is every command once, as people call it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { internalResultsSchema, publicResultsSchema } from '../../src/schemas/published.ts';
import type { Report } from '../../src/schemas/report.ts';
import { childEnvironment, runlight, runNode } from './run.ts';

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-cli-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('wrong use', () => {
  it.each([
    [['chek'], 'Did you mean `check`'],
    [['check', '--lst'], 'Did you mean `--list`'],
    [['check', '--timeout'], 'needs a value'],
    [['check', '--timeout', 'soon'], 'is no duration'],
    [['check', '--run-timeout', '30 days'], 'expected at most `24 d`'],
    [['check', '--concurrency', '0'], 'at least 1'],
    [['check', '--layer', 'cloud'], 'is no layer'],
    [['check', '--param', 'hash'], 'expected NAME=VALUE'],
    [['check', '--reporter', 'junitt'], 'Did you mean `junit`'],
    [['check', '--reporter', 'json', '--reporter', 'terminal'], 'standard output'],
    [['check', '--reporter', 'json=a', '--reporter', 'junit=./a'], 'cannot both write to `a`'],
    [['check', '--reporter', 'markdown='], 'names no file'],
    [['check', '--reporter', 'json=package.json/report.json'], 'cannot be written'],
    [['check', '--env', 'produktion'], 'Did you mean `production`'],
    [['check', 'help/tx-pendin'], 'Did you mean `help/tx-pending`'],
    [['check', 'tx-pending'], 'Did you mean `help/tx-pending`'],
    [['check', 'help/tx-pending#ethereum-movin'], 'Did you mean `ethereum-moving`'],
    [['check', 'nowhere/**'], 'matches'],
    [['check', '--root', '/nowhere-at-all'], 'is no folder'],
    [['check', 'help/tx-pending', '--break', 'bsc-rpc.stale-hed'], 'Did you mean `bsc-rpc.stale-head`'],
    [['check', 'help/tx-pending', '--break', 'bsc-rcp.stale-head'], 'bsc-rpc'],
    [['lab', 'brake'], 'Did you mean `break`'],
    [['new', 'runbok', 'a/b'], 'Did you mean `runbook`'],
    [['new', 'runbook', 'No Area'], 'expected AREA/NAME'],
    [['new', 'tree', 'Fee Spike'], 'expected lower-case letters'],
    [['new'], 'runlight new runbook|article|check|tree|macro NAME'],
    [['links', 'privat'], 'There is no site'],
    [['publish', 'nowhere.json'], 'there is no such file'],
    [['lint', 'nowhere'], 'There is nothing at'],
  ])('%j is answered with what was meant, and exit code 2', async (args, says) => {
    const ran = await runlight(...args);
    expect(ran.output).toContain(says);
    expect(ran.output).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(2);
  });

  it.each([['check'], ['triage'], ['diagnose'], ['lint'], ['links'], ['lab'], ['new'], ['publish'], ['status']])(
    '`%s --help` has examples',
    async (command) => {
      const ran = await runlight(command, '--help');
      expect(ran.code).toBe(0);
      expect(ran.stdout).toContain(`npx runlight ${command}`);
      expect(ran.stdout).toContain('Examples:');
    },
  );
});

it('`check --help` names every reporter', async () => {
  expect((await runlight('check', '--help')).stdout).toContain('terminal, json, junit, github, markdown, sarif;');
});

describe('`runlight lint` of a part', () => {
  it('takes a path from the root or an absolute one, and never calls a broken tree well', async () => {
    const root = join(packageRoot, 'tests/fixtures/mistakes-md');
    const fromRoot = await runlight('lint', 'runbooks/cases/unknown-check.md', '--root', root);
    const absolute = await runlight('lint', join(root, 'runbooks/cases/unknown-check.md'), '--root', root);
    expect([fromRoot.code, absolute.code]).toEqual([1, 1]);
    expect(absolute.stdout).toBe(fromRoot.stdout);
    expect(absolute.stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('`runlight check` on the lab', () => {
  let report: Report;

  it('passes every block of every page, without a person', async () => {
    const ran = await runlight('check', '--json', '--publish', join(work, 'published'));
    report = JSON.parse(ran.stdout) as Report;
    // A busy machine may make a latency `degraded`; nothing else may be other than healthy.
    const isBusy = ({ verdict, readings }: Report['results'][number]): boolean =>
      verdict === 'warn' && readings.every((reading) => reading.name === 'latency' || reading.verdict === 'pass');
    const unwell = report.results.filter((result) => result.verdict !== 'pass' && !isBusy(result));
    expect(unwell.map(({ block, reason }) => [block, reason])).toEqual([]);
    expect(report.summary.pass).toBeGreaterThanOrEqual(15);
    expect(report.summary.total).toBeGreaterThanOrEqual(15);
    expect(ran.code).toBe(0);
  });

  it('writes a report that its published schema accepts', async () => {
    const schema = JSON.parse(await readFile(join(packageRoot, 'schemas/report.v1.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it('uses every service of the lab and every check', async () => {
    const { services } = JSON.parse((await runlight('lab', 'list', '--json')).stdout) as {
      services: { name: string }[];
    };
    // A peer, a reference and Apple's copy are asked, too.
    const asked = new Set(report.results.flatMap(({ params }) => Object.values(params)));
    expect(services.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([]);
    const checks = (await readdir(join(packageRoot, 'checks')))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('_'))
      .map((file) => file.replace(/\.ts$/, ''));
    expect([...new Set(report.results.map(({ check }) => check))].sort()).toEqual(checks.sort());
  });

  it('publishes internal results, and of public pages only verdict and time', async () => {
    const internal = internalResultsSchema.parse(
      JSON.parse(await readFile(join(work, 'published/internal/results.json'), 'utf8')),
    );
    const text = await readFile(join(work, 'published/public/results.json'), 'utf8');
    const published = publicResultsSchema.parse(JSON.parse(text));
    expect(Object.keys(internal.blocks).length).toBe(report.summary.total);
    expect(Object.keys(published.blocks).every((block) => block.startsWith('help/'))).toBe(true);
    expect(Object.values(published.blocks).every(({ verdict }) => verdict === 'works' || verdict === 'slow')).toBe(
      true,
    );
    expect(text).not.toMatch(/rpc|runbooks|lab|latency/);
  });

  it.each([
    ['bsc-rpc.stale-head', 'help/tx-pending#bsc-moving', 'expectation'],
    ['bsc-rpc.wrong-chain', 'help/tx-pending#bsc-moving', 'expectation'],
    ['bsc-rpc.rate-limit-429', 'help/tx-pending#bsc-moving', 'rate-limited'],
    ['bsc-rpc.rate-limit-200', 'help/tx-pending#bsc-moving', 'rate-limited'],
    ['bsc-rpc.truncated', 'help/tx-pending#bsc-moving', 'protocol'],
    ['bsc-rpc.html', 'help/tx-pending#bsc-moving', 'protocol'],
    ['bsc-rpc.http-500', 'help/tx-pending#bsc-moving', 'http-status'],
    ['bsc-rpc.hang', 'help/tx-pending#bsc-moving', 'timeout'],
    ['bsc-rpc.down', 'help/tx-pending#bsc-moving', 'unreachable'],
    ['ethereum-rpc.fork', 'runbooks/network/evm-rpc-degraded#ethereum-first', 'disagrees'],
  ])('finds %s, says %s is failing and why, and leaves the other block unharmed', async (fault, block, code) => {
    const page = block.split('#')[0] ?? '';
    const ran = await runlight('check', page, '--break', fault, '--json', '--timeout', '2 s');
    const { results } = JSON.parse(ran.stdout) as Report;
    const found = results.find((result) => result.block === block);
    expect([found?.verdict, found?.reason?.code]).toEqual(['fail', code]);
    expect(results.some(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(ran.code).toBe(1);
  });

  it('needs an input where it has none, and takes it from `--param`', async () => {
    const tree = join(packageRoot, 'tests/fixtures/asks');
    const without = JSON.parse((await runlight('check', '--root', tree, '--json')).stdout) as Report;
    expect(without.results.map(({ verdict, reason }) => [verdict, reason?.code])).toEqual([['skip', 'needs-input']]);
    const wrong = await runlight('check', '--root', tree, '--json', '--param', 'hash=0x12');
    expect(wrong.output).toContain('expects a transaction hash');
    expect(wrong.code).toBe(2);
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    const refused = await runlight('check', '--root', tree, '--param', `hash=${phrase}`);
    expect({ code: refused.code, leaks: refused.output.includes('winner thank') }).toEqual({ code: 2, leaks: false });
    expect(refused.output).toMatch(/recovery phrase.*shell's history/);
    expect((await runlight('check', '--root', tree, '--param', 'hsh=0x12')).output).toContain('Did you mean `hash`');
    const given = JSON.parse(
      (await runlight('check', '--root', tree, '--json', '--param', `hash=0x${'1'.repeat(64)}`)).stdout,
    ) as Report;
    expect(given.results[0]?.readings[0]).toMatchObject({ name: 'state', value: 'unknown' });
  });

  it('skips a block whose secret is missing, names it, and fails with `--require-secrets`', async () => {
    const tree = join(packageRoot, 'tests/fixtures/two-sites');
    const skipped = await runlight('check', '--root', tree, '--json');
    const [first] = (JSON.parse(skipped.stdout) as Report).results;
    expect([first?.verdict, first?.reason?.code]).toEqual(['skip', 'no-secret']);
    expect(first?.reason?.message).toContain('QUAGGA_SECRET');
    expect(skipped.code).toBe(0);
    const required = await runlight('check', '--root', tree, '--json', '--require-secrets');
    expect(required.code).toBe(1);
  });

  it('lists and plans without asking anybody', async () => {
    const listed = await runlight('check', '--list', '--layer', 'api');
    expect(listed.code).toBe(0);
    expect(listed.stdout).toContain('wallet-api');
    expect(listed.stdout).not.toContain('bsc-rpc');
    const planned = await runlight('check', 'help/tx-pending', '--dry-run');
    expect(planned.stdout).toContain('help/tx-pending#ethereum-moving');
    expect(planned.output).toContain('nothing was asked');
  });
});

describe('a report that cannot be written', () => {
  type Case = [where: string, place: string, error: string, args: string[]];
  /** Only Linux has the disk that is always full. */
  const isHere = ([, place]: Case): boolean => existsSync('/dev/full') || !place.includes('/dev/full');
  const healthy = ['check', 'help/tx-pending', '--retries', '1'];
  const broken = [...healthy, '--break', 'bsc-rpc.html'];
  const isBroken = (args: readonly string[]): boolean => args.includes('--break');

  /** What the reporter beside the broken one wrote. */
  async function expectWhole(file: string, args: readonly string[]): Promise<void> {
    const { summary } = JSON.parse(await readFile(file, 'utf8')) as Report;
    expect([summary.total, summary.fail]).toEqual([2, isBroken(args) ? 1 : 0]);
  }

  const files: Case[] = [
    ['on a full disk', '/dev/full', 'ENOSPC', healthy],
    ['on a full disk', '/dev/full', 'ENOSPC', broken],
    ['where a folder is', tmpdir(), 'EISDIR', healthy],
  ];
  it.each(files.filter(isHere))(
    '%s (%s) is warned about; verdicts and other reports stand',
    async (_, place, error, args) => {
      const whole = join(work, 'beside.json');
      const ran = await runlight(
        ...args,
        '--reporter',
        `junit=${place}`,
        '--reporter',
        `json=${whole}`,
        '--reporter',
        'terminal',
      );
      expect(ran.output).toContain(`The report \`${place}\` could not be written: ${error}`);
      expect(ran.output).not.toMatch(/\n\s+at /);
      expect(ran.stdout).toContain('environment lab');
      expect(ran.code).toBe(isBroken(args) ? 1 : 0);
      await expectWhole(whole, args);
    },
  );

  const outputs: Case[] = [
    ['whose reader went away', '| true', 'EPIPE', healthy],
    ['whose reader went away', '| true', 'EPIPE', broken],
    ['on a full disk', '> /dev/full', 'ENOSPC', healthy],
    ['on a full disk', '> /dev/full', 'ENOSPC', broken],
  ];
  it.each(outputs.filter(isHere))(
    'on a standard output %s (%s) is warned about; verdicts and other reports stand',
    async (_, to, error, args) => {
      const whole = join(work, 'beside-stdout.json');
      const ran = await shell(to, ...args, '--reporter', 'terminal', '--reporter', `json=${whole}`);
      expect(ran.said).toMatch(
        new RegExp(`The report could not be written to standard output: .*${error}.* The verdicts stand`),
      );
      expect(ran.said).not.toMatch(/\n\s+at /);
      expect(ran.code).toBe(isBroken(args) ? 1 : 0);
      await expectWhole(whole, args);
    },
  );

  it('changes nothing either when nobody hears the warning', async () => {
    const whole = join(work, 'unheard.json');
    const ran = await shell('2>&1 | true', ...broken, '--reporter', 'terminal', '--reporter', `json=${whole}`);
    expect(ran.code).toBe(1);
    await expectWhole(whole, broken);
  });

  it.runIf(existsSync('/dev/full'))(
    'is no verdict: another command that cannot say its answer has not done its work',
    async () => {
      const ran = await shell('> /dev/full', 'check', '--list');
      expect(ran.said).toContain('Standard output could not be written: ENOSPC');
      expect(ran.said).not.toMatch(/\n\s+at /);
      expect(ran.code).toBe(3);
      expect((await shell('| true', 'check', '--list')).code).toBe(0);
    },
  );
});

describe('`--reporter markdown` in a GitHub step', () => {
  it('adds to the summary of the step, with links to the lines of the commit', async () => {
    const summary = join(work, 'summary.md');
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const step = {
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: packageRoot,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'owner/name',
      GITHUB_SHA: commit,
    };
    const script = join(packageRoot, 'scripts', 'runlight.ts');
    for (const extra of [['--break', 'bsc-rpc.html'], []])
      await runNode([script, 'check', 'help/tx-pending', '--reporter', `markdown=${summary}`, ...extra], step);
    const text = await readFile(summary, 'utf8');
    expect(text.match(/^## Runlight: .*$/gm)).toEqual([
      '## Runlight: ✕ 1 failing · ● 1 healthy',
      '## Runlight: ● 2 healthy',
    ]);
    expect(text).toMatch(
      new RegExp(
        `\\]\\(https://github.example/owner/name/blob/${commit}/src/content/docs/help/tx-pending.md\\?plain=1#L\\d+\\)`,
      ),
    );
  });
});

/** Runs `runlight …` with its standard output led elsewhere by a shell; says the exit code and what was warned of. */
function shell(to: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const script = join(packageRoot, 'scripts', 'runlight.ts');
  // The code goes to a stream of its own, since the others may be closed on purpose.
  const line = `exec 3>&2; ("$@"; echo "code $?" >&3) ${to}`;
  const child = spawn('sh', ['-c', line, 'sh', process.execPath, script, ...args], {
    cwd: packageRoot,
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve({ code: Number(/code (\d+)/.exec(said)?.[1]), said }));
  });
}

describe('`runlight new`', () => {
  it('starts a runbook, an article, a check, a tree and a macro that pass lint as they are', async () => {
    const tree = join(work, 'tree');
    await cp(join(packageRoot, 'tests/fixtures/asks'), tree, { recursive: true });
    for (const [kind, name] of [
      ['runbook', 'swaps/quote-missing'],
      ['article', 'quote-missing'],
      ['check', 'quote-age'],
      ['tree', 'quote-missing'],
      ['macro', 'quote-missing'],
    ] as const) {
      const ran = await runlight('new', kind, name, '--root', tree);
      expect(ran.code, ran.output).toBe(0);
      expect(ran.stdout).toContain('Next:');
      expect((await runlight('new', kind, name, '--root', tree)).output).toContain('exists already');
    }
    const lint = await runlight('lint', '--root', tree, '--strict');
    expect(lint.stdout).toBe('');
    expect(lint.code).toBe(0);
    const macro = (locale: string) => readFile(join(tree, `src/content/macros/${locale}/quote-missing.md`), 'utf8');
    for (const locale of ['en', 'es', 'pt-br']) expect(await macro(locale)).toContain('{{ticket}}');
  });

  it('starts a tree that can be walked, by a block that there is, or by a person alone', async () => {
    const withBlocks = join(work, 'tree-to-walk');
    await cp(join(packageRoot, 'tests/fixtures/two-sites'), withBlocks, { recursive: true });
    const empty = join(work, 'tree-without-pages');
    await mkdir(join(empty, 'runbooks'), { recursive: true });
    for (const [root, answers, check] of [
      [withBlocks, ['how-many=one', 'service=failing'], 'runbooks/quagga-area/quagga-runbook#quagga-block'],
      [empty, ['how-many=several'], null],
    ] as const) {
      const started = await runlight('new', 'tree', 'fee-spike', '--root', root, '--json');
      expect(JSON.parse(started.stdout)).toMatchObject({ files: ['src/content/trees/fee-spike.yaml'] });
      const text = await readFile(join(root, 'src/content/trees/fee-spike.yaml'), 'utf8');
      expect(/check: (\S+)/.exec(text)?.[1] ?? null).toBe(check);
      const given = answers.flatMap((answer) => ['--answer', answer]);
      const walked = await runlight('triage', 'fee-spike', '--root', root, '--by-hand', '--json', ...given);
      expect(walked.code, walked.output).toBe(0);
      expect(JSON.parse(walked.stdout)).toMatchObject({ outcome: { node: 'incident', severity: 'sev3' }, needs: null });
      expect((await runlight('lint', '--root', root, '--strict')).code).toBe(0);
    }
  });

  it('starts a macro in no language when one of them has it already', async () => {
    const tree = join(work, 'tree-with-one');
    await mkdir(join(tree, 'src/content/macros/es'), { recursive: true });
    await writeFile(join(tree, 'src/content/macros/es/fee-spike.md'), 'Ours.');
    const refused = await runlight('new', 'macro', 'fee-spike', '--root', tree);
    expect(refused.output).toContain('`src/content/macros/es/fee-spike.md` exists already');
    expect(refused.code).toBe(2);
    expect(await readdir(join(tree, 'src/content/macros'))).toEqual(['es']);
  });
});
