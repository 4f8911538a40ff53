// Long because a packet is made, sealed, changed and verified on one tree.
/** Packets on the command line: made from a triage, a diagnosis and a page, verified, and told when changed. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { type Packet, packetSchema } from '../../src/schemas/packet.ts';
import { triageSchema } from '../../src/schemas/triage-answer.ts';
import { childEnvironment, type Ran, runlight, runNode } from './run.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const packet = async (name: string): Promise<Packet> =>
  packetSchema.parse(JSON.parse(await readFile(at(name), 'utf8')));
const signedBy = (env: Record<string, string>, ...args: string[]): Promise<Ran> =>
  runNode([join(packageRoot, 'scripts', 'runlight.ts'), ...args], env);

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const hash = `0x${'ab12'.repeat(16)}`;
const triage = ['triage', 'chain-rpc', '--answer', 'network=bsc', '--break', 'bsc-rpc.stale-head'];
/** A case of which everything is known, at any time. */
const whole = `impact: Balances on BNB Smart Chain are late
firstSeen: 2024-05-01 10:00
who: "Everybody; one wrote from bob@example.com"
howMany: 12 tickets
appVersion: 12.10
platform: Android 16
chain: BNB Smart Chain
reproduction: [Open the wallet, Look at the balance]
expected: The balance after the last transaction
actual: The one before
hashes: ${hash}
errorText: none
tried: nothing yet
askFor: Switch over
askOf: Engineering on call
askBy: unknown
severity: SEV-3
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-packet-'));
  await writeFile(at('case.yaml'), whole);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a packet of a triage', () => {
  it('is written, is what was sealed, and is something else with a word changed', async () => {
    const made = await runlight(...triage, '--case', at('case.yaml'), '--packet', at('case.md'));
    expect(made.code).toBe(0);
    expect(made.output).toContain('It is complete.');
    expect(made.output).toContain('Removed from it: 1 × email.');
    const text = await readFile(at('case.md'), 'utf8');
    expect(text).toMatch(/^# Balances on BNB Smart Chain are late\n\n\*\*SEV-3\*\* · complete\n/);
    expect(text).toContain('`bsc-node` = `behind`, by the check.');
    expect(text).toContain('| ✕ `blockAge` |');
    expect(text).not.toContain('bob@');
    const verified = await runlight('packet', 'verify', at('case.md'));
    expect([verified.code, verified.stdout]).toEqual([
      0,
      expect.stringMatching(/^`packet-[0-9TZ]+-\w{6}` is unchanged\./),
    ]);
    await writeFile(at('ticket.md'), `${text.replaceAll('\n', '  \r\n')}\r\n`);
    expect((await runlight('packet', 'verify', at('ticket.md'))).code).toBe(0);
    await writeFile(at('changed.md'), text.replace('are late', 'are fine'));
    const changed = await runlight('packet', 'verify', at('changed.md'), '--json');
    expect([changed.code, JSON.parse(changed.stdout)]).toMatchObject([1, { state: 'changed' }]);
  });

  it('is in `--json`, with what lacks by name, and is null while an answer is missing', async () => {
    const found = await runlight(...triage, '--fact', 'who=Everybody', '--json');
    const { packet: half } = triageSchema.parse(JSON.parse(found.stdout));
    expect(half?.content.checks.map(({ block }) => block)).toEqual([
      'runbooks/network/evm-rpc-degraded#bsc-first',
      'runbooks/network/evm-rpc-degraded#bsc-second',
    ]);
    expect(half?.content.checks[0]?.readings.length).toBeGreaterThan(3);
    expect(half?.content.checks[0]?.checkHash).toMatch(/^[0-9a-f]{64}$/);
    expect(half?.content.ask?.of?.team).toBe('engineering');
    const missing = half?.content.missing.map(({ fact }) => fact);
    expect(missing).toContain('impact');
    expect(missing).not.toContain('who');
    await writeFile(at('half.json'), JSON.stringify(half));
    expect((await runlight('packet', 'verify', at('half.json'))).code).toBe(0);
    const open = await runlight('triage', 'chain-rpc', '--json', '--by-hand');
    expect([open.code, (JSON.parse(open.stdout) as { packet: unknown }).packet]).toEqual([3, null]);
  });

  it('half a packet says what it lacks', async () => {
    const made = await runlight(...triage, '--fact', 'firstSeen=this morning', '--packet', at('half.md'));
    expect(made.code).toBe(0);
    expect(made.output).toContain(
      'It is not complete; it lacks:\n  Impact: --fact impact=…\n  First seen (UTC): --fact',
    );
    expect(await readFile(at('half.md'), 'utf8')).toContain('- **Impact**: What does not work, for whom, in one line?');
  });
});

describe('a packet of a page, and of a diagnosis', () => {
  it('has the page’s checks, run with the case’s hash, which stays in it', async () => {
    const page = 'runbooks/transactions/evm-tx-stuck';
    const made = await runlight(
      ...['packet', 'page', page, '--param', `hash=${hash}`, '--case', at('case.yaml'), '--packet', at('page.json')],
    );
    expect(made.code).toBe(0);
    const { content } = await packet('page.json');
    expect(content).toMatchObject({
      from: { kind: 'page', id: page },
      hashes: [hash],
      appVersion: '12.10',
      missing: [],
    });
    expect(content.checks.some(({ own }) => own)).toBe(true);
  });

  it('without a file it is printed, and what was printed verifies', async () => {
    const made = await runlight('packet', 'page', 'runbooks/transactions/evm-tx-stuck');
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^# Nobody has said what does not work: EVM transaction stuck/);
    // What the page's example came to is no evidence of anybody's case.
    expect(made.output).toMatch(/Left out, for want of a value of this case: “.+”\. Give it: `--param hash=…`\./);
    expect(made.stdout).not.toContain('evm-tx-stuck#tx`');
    await writeFile(at('printed.md'), made.stdout);
    expect((await runlight('packet', 'verify', at('printed.md'))).code).toBe(0);
  });

  it('has the diagnosis, and the exit code stays the diagnosis’s', async () => {
    const made = await runlight(
      ...[
        'diagnose',
        'swap',
        '--break',
        'swap-api.no-liquidity',
        '--case',
        at('case.yaml'),
        '--packet',
        at('swap.json'),
      ],
    );
    expect(made.code).toBe(1);
    const { content } = await packet('swap.json');
    expect(content.diagnosis?.answer).toBe('fault');
    expect(content.checks.length).toBeGreaterThan(3);
  });
});

describe('who sealed it', () => {
  const keys = ['ops', 'other'].map(() => generateKeyPairSync('ed25519'));
  const pem = (index: number): string => String(keys[index]?.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const raw = (index: number): string =>
    Buffer.from(String(keys[index]?.publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64');
  const make = (env: Record<string, string>, file: string): Promise<Ran> =>
    signedBy(env, 'packet', 'page', 'runbooks/transactions/evm-tx-stuck', '--packet', at(file));
  const verify = (file: string, ...args: string[]): Promise<Ran> =>
    runlight('packet', 'verify', at(file), '--root', at('team'), ...args);

  beforeAll(async () => {
    await mkdir(at('team'), { recursive: true });
    await writeFile(at('team/runlight.config.ts'), `export default { packetKeys: { ops: '${raw(0)}' } };\n`);
    await make({ RUNLIGHT_PACKET_KEY: pem(0) }, 'ops.md');
    await make({ RUNLIGHT_PACKET_KEY: pem(1) }, 'other.md');
    await make({}, 'nobody.md');
  });

  it('is known by the team’s key, and a stranger’s is none of theirs', async () => {
    const ops = await verify('ops.md', '--signed');
    expect([ops.code, ops.stdout]).toEqual([0, expect.stringContaining('signed by `ops`')]);
    const other = await verify('other.md');
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('a key that nobody here knows')]);
    const known = await runlight('packet', 'verify', at('other.md'));
    expect(known.code).toBe(0);
  });

  it('no signature is told, and is enough only where none is asked for', async () => {
    const nobody = await verify('nobody.md');
    expect([nobody.code, nobody.stdout]).toEqual([0, expect.stringContaining('is not signed')]);
    expect((await verify('nobody.md', '--signed')).code).toBe(1);
  });

  it('a key that cannot be used is said before anything runs, and never shown', async () => {
    const made = await make({ RUNLIGHT_PACKET_KEY: 'hunter2hunter2' }, 'never.md');
    expect(made.code).toBe(2);
    expect(made.output).toContain('`RUNLIGHT_PACKET_KEY` is no Ed25519 private key');
    expect(made.output).not.toContain('hunter2');
    expect(existsSync(at('never.md'))).toBe(false);
  });
});

describe('what is refused', () => {
  it.each([
    ['a fact', ['--fact', `who=${phrase}`]],
    ['a fact without its name', ['--fact', phrase]],
    ['a case’s file', ['--case', 'secret.yaml']],
    ['a case’s file, as a key', ['--case', 'key.yaml']],
    ['a hash that is a key', ['--fact', `hashes=xprv${'a1'.repeat(54)}`]],
  ])('a secret in %s: exit code 2, nothing is written, and nothing repeated', async (_, args) => {
    await writeFile(at('secret.yaml'), `actual: "${phrase}"\n`);
    await writeFile(at('key.yaml'), `? ${phrase}\n: 1\n`);
    const given = args.map((arg) => (arg.endsWith('.yaml') ? at(arg) : arg));
    const ran = await runlight(...triage, ...given, '--packet', at('refused.md'));
    expect(ran.code).toBe(2);
    expect(ran.output).not.toMatch(/sausage|a1a1a1/);
    expect(existsSync(at('refused.md'))).toBe(false);
  });

  it.each([
    [
      'impact: x\nwo: y\nhowMany: { a: 1 }\n',
      [':2:1 `wo` is no fact. Did you mean `who`?', ':3:1 `howMany` is of another kind'],
    ],
    ['impact: [a\n', [':2:1 ']],
    ['- impact\n', [':1:1 Expected facts']],
    ['severity: bad\n', [':1:1 expected one of `sev1`']],
    [`impact: ${'x'.repeat(201)}\n`, [':1:1 `impact` is too long; expected at most 200']],
  ])('a mistake in a case’s file is said with its place: %j', async (text, says) => {
    await writeFile(at('mistake.yaml'), text);
    const ran = await runlight(...triage, '--case', at('mistake.yaml'));
    expect(ran.code).toBe(2);
    for (const each of says) expect(ran.output).toContain(`${at('mistake.yaml')}${each}`);
  });

  it.each([
    [['packet'], 'Expected `packet verify FILE` or `packet page PAGE`.'],
    [['packet', 'verify', 'a', 'b'], 'Expected `packet verify FILE`.'],
    [['packet', 'verify', 'no-such-file.md'], 'is no file that can be read'],
    [['packet', 'page', 'runbooks/network/evm-rpc-degrade'], 'Did you mean `runbooks/network/evm-rpc-degraded`?'],
    [['diagnose', 'swap', '--fact', 'wo=x'], 'there is no fact `wo`. Did you mean `who`?'],
    [['diagnose', 'swap', '--packet', 'a.txt'], 'expected a file that ends in `.md` (Markdown) or `.json`'],
    [['diagnose', 'swap', '--packet', '/no/such/folder/a.md'], 'there is no such folder'],
  ])('%j is answered with what was meant, and exit code 2', async (args, says) => {
    const ran = await runlight(...args);
    expect([ran.code, ran.output]).toEqual([2, expect.stringContaining(says)]);
  });

  it('a file without a packet is not one that was changed: exit code 2', async () => {
    await writeFile(at('none.md'), '# A ticket\n');
    const ran = await runlight('packet', 'verify', at('none.md'));
    expect([ran.code, ran.output]).toEqual([2, expect.stringContaining('There is no packet in it')]);
  });
});

it('at a terminal, what is missing is asked for one by one; an empty answer leaves it missing', async () => {
  const command = [process.execPath, join(packageRoot, 'scripts/runlight.ts'), ...triage, '--by-hand']
    .concat('--answer', 'bsc-node=behind', '--answer', 'bsc-second=well', '--packet', at('asked.json'))
    .join(' ');
  const lines = [
    'Swaps fail',
    'this morning',
    '2024-05-01 10:00',
    phrase,
    'Everybody',
    '',
    '12.10',
    '',
    '',
    'Open it',
    'Look',
    '',
  ];
  const shown = await new Promise<string>((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: packageRoot,
      env: childEnvironment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let all = '';
    let fresh = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      all += text;
      fresh += text;
      // The last thing on the screen is the prompt, and the cursor is put behind it.
      if (!/> (?:[^\w\s]?\[\d+G)?$/.test(fresh)) return;
      fresh = '';
      child.stdin.write(`${lines.shift() ?? ''}\r`);
    });
    child.on('error', reject);
    // A narrow terminal breaks sentences.
    child.on('close', () => resolve(all.replace(/\s+/g, ' ')));
  });
  expect(shown).toContain('is no time that can be read');
  expect(shown).toContain('This looks like a recovery phrase');
  expect(shown).toContain('It is not complete; it lacks:');
  const { content } = await packet('asked.json');
  expect(content).toMatchObject({
    impact: 'Swaps fail',
    firstSeen: '2024-05-01T10:00:00.000Z',
    who: 'Everybody',
    howMany: null,
    appVersion: '12.10',
    platform: null,
    chain: null,
    reproduction: ['Open it', 'Look'],
  });
});
