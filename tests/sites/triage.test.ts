// Long because it is one command, at a terminal and without one.
/** `runlight triage`: trees that answer their own questions, on a lab that is broken on purpose. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { type Triage, triageSchema } from '../../src/schemas/triage-answer.ts';
import { childEnvironment, type Ran, runlight } from './run.ts';

async function triage(...args: string[]): Promise<{ ran: Ran; triage: Triage }> {
  const ran = await runlight('triage', ...args, '--json');
  return { ran, triage: triageSchema.parse(JSON.parse(ran.stdout)) };
}
const answers = ({ path }: Triage): string[] => path.map(({ node, answer, by }) => `${node}=${answer} by ${by}`);

describe('a broken lab', () => {
  it('one node behind its chain: the checks find it, and the second provider is asked', async () => {
    const { ran, triage: found } = await triage(
      'chain-rpc',
      ...['--answer', 'network=bsc', '--break', 'bsc-rpc.stale-head'],
    );
    expect(ran.code).toBe(0);
    expect(answers(found)).toEqual(['network=bsc by person', 'bsc-node=behind by check', 'bsc-second=well by check']);
    expect(found.path[1]?.why).toContain('`blockAge` is');
    expect(found.outcome).toMatchObject({
      node: 'switch-over',
      severity: 'sev3',
      owner: { role: 'engineering-on-call', team: 'engineering' },
      runbook: 'runbooks/network/evm-rpc-degraded',
      macro: 'incident-identified',
    });
    expect(found.outcome?.acknowledge.by).toMatch(/Z$/);
    expect(found.packet?.content.from).toMatchObject({ kind: 'triage', id: 'chain-rpc' });
  });

  it('two providers with other blocks: a reading picks the branch, not the verdict alone', async () => {
    const { triage: found } = await triage('chain-rpc', ...['--answer', 'network=bsc', '--break', 'bsc-rpc.fork']);
    expect(answers(found)).toEqual(['network=bsc by person', 'bsc-node=split by check']);
    expect(found.outcome).toMatchObject({ node: 'split', severity: 'sev2' });
  });

  it('the database of our backend: from where everybody begins, to engineering on call', async () => {
    const { triage: found } = await triage(
      'master-triage',
      ...['--answer', 'consent=no', '--answer', 'about=transaction', '--answer', 'surge-chain=surge'],
      ...['--break', 'wallet-api.database-down'],
    );
    expect(answers(found).at(-1)).toBe('backend-surge=failing by check');
    expect(found.outcome).toMatchObject({ node: 'backend-down', severity: 'sev2' });
  });

  it('the on-ramp’s page: nobody can buy, and payments is called', async () => {
    const { triage: found } = await triage(
      'payment-provider',
      ...['--answer', 'kind=order', '--answer', 'how-many=several', '--answer', 'share=nobody'],
      ...['--break', 'onramp-status.major-outage'],
    );
    expect(answers(found)[2]).toBe('provider-page=outage by check');
    expect(found.outcome).toMatchObject({ node: 'buying-down', owner: { role: 'payments-on-call' } });
  });

  it('a person overrules a check, and it is recorded', async () => {
    const { triage: found } = await triage(
      'chain-rpc',
      ...['--answer', 'network=bsc', '--answer', 'bsc-node=split', '--break', 'bsc-rpc.stale-head'],
    );
    expect(found.path[1]).toMatchObject({
      answer: 'split',
      by: 'person',
      overruled: { answer: 'behind', why: expect.stringContaining('`blockAge`') },
    });
  });
});

describe('an answer that is missing', () => {
  it('names the question and its choices, with exit code 3, and waits for nobody', async () => {
    const { ran, triage: found } = await triage('legal-compliance');
    expect(ran.code).toBe(3);
    expect(found).toMatchObject({ outcome: null, path: [], needs: { node: 'what' } });
    expect(found.needs?.choices.map(({ id }) => id)).toEqual(['danger', 'authority', 'privacy', 'sanctions']);
    const plain = await runlight('triage', 'legal-compliance');
    expect(plain.code).toBe(3);
    expect(plain.output).toContain('--answer what=danger');
    expect(plain.output).toContain('authority  Police');
  });

  it('is asked of the person where the check was not run, since nobody gave its hash', async () => {
    const { ran, triage: found } = await triage(
      'swap-bridge',
      '--answer',
      'exploit=quiet',
      '--answer',
      'where=reverts',
    );
    expect(ran.code).toBe(3);
    expect(found.needs).toMatchObject({ node: 'swap-tx', why: expect.stringContaining('asks for `hash`') });
  });

  it('runs the check with the hash that was given', async () => {
    const { triage: found } = await triage(
      'swap-bridge',
      ...['--answer', 'exploit=quiet', '--answer', 'where=reverts', '--param', `hash=0x${'12'.repeat(32)}`],
      ...['--answer', 'one-transaction=unknown', '--answer', 'network=other', '--answer', 'explorer=moving'],
      ...['--answer', 'ours-behind=same'],
    );
    expect(answers(found)[2]).toBe('swap-tx=missing by check');
    expect(found.path[2]?.why).toContain('`state` is unknown');
    expect(found.outcome?.node).toBe('chain-rpc#never-sent');
  });

  it('runs no check by hand', async () => {
    const { triage: found } = await triage('chain-rpc', '--by-hand', '--answer', 'network=bsc');
    expect(found.needs).toMatchObject({ node: 'bsc-node', why: 'Its check is not run by hand.' });
  });
});

describe('wrong use', () => {
  it.each([
    [['triage'], 'Which tree?'],
    [['triage', 'swap-brige'], 'Did you mean `swap-bridge`'],
    [['triage', 'chain-rpc', 'swap-bridge'], 'One tree at a time'],
    [['triage', 'chain-rpc', '--answer', 'network'], 'expected NODE=CHOICE'],
    [['triage', 'chain-rpc', '--answer', 'netwrk=bsc'], 'Did you mean `network`'],
    [['triage', 'chain-rpc', '--answer', 'network=bcs'], 'Did you mean `bsc`'],
    [['triage', 'chain-rpc', '--param', 'hash=0x12'], 'no check of this tree asks'],
    [['triage', 'swap-bridge', '--param', 'hash=0x12'], 'expected a transaction hash'],
    [['triage', 'chain-rpc', '--timeout', 'soon'], 'is no duration'],
    [['triage', 'chain-rpc', '--answer', 'network=bsc', '--break', 'bsc-rpc.stale-hed'], 'Did you mean'],
  ])('%j is answered with what was meant, and exit code 2', async (args, says) => {
    const ran = await runlight(...args);
    expect(ran.output).toContain(says);
    expect(ran.output).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(2);
  });

  it('refuses a recovery phrase, and does not repeat it', async () => {
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    const ran = await runlight('triage', 'swap-bridge', '--param', `hash=${phrase}`);
    expect(ran.code).toBe(2);
    expect(ran.output).toContain('recovery phrase');
    expect(ran.output).not.toContain('sausage');
  });

  it('`--help` has examples, and `--list` names every tree', async () => {
    const help = await runlight('triage', '--help');
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('Examples:');
    const list = await runlight('triage', '--list', '--json');
    expect((JSON.parse(list.stdout) as { trees: { id: string }[] }).trees).toHaveLength(8);
  });
});

describe('a tree of one’s own', () => {
  let root = '';
  const outcome = (name: string, severity = 'sev3'): string =>
    `  ${name}:\n    kind: outcome\n    outcome: It ends.\n    severity: ${severity}\n    owner: { role: support-lead }\n    channel: here\n    acknowledge: ${severity === 'sev3' ? '1 h' : 'next shift'}\n    next: { role: incident-commander, after: 1 h }\n    do: [Go on.]\n    attach: [A link.]\n`;
  const head = 'title: Mine\ndescription: For tests.\nowner: support-ops\nstart: node\nnodes:\n';

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'runlight-own-tree-'));
    await mkdir(join(root, 'src/content/trees'), { recursive: true });
    await mkdir(join(root, 'src/content/targets'), { recursive: true });
    await writeFile(join(root, 'src/content/targets/lab.yaml'), 'bsc-rpc:\n  service: bsc-rpc\n');
    await writeFile(
      join(root, 'src/content/trees/mine.yaml'),
      `${head}  node:\n    kind: check\n    question: Is the newest block fresh?\n    check:\n      use: evm-rpc\n      with: { target: bsc-rpc }\n      expect:\n        blockAge: { healthy: "< 15 s", degraded: "< 60 s" }\n    choices:\n      hours: { label: "Hours old", on: [fail], when: { blockAge: "> 2 h" }, to: old }\n      minutes: { label: "Minutes old", on: [fail, warn], to: late }\n      fresh: { label: "Fresh", on: [pass], to: fine }\n${outcome('old')}${outcome('late')}${outcome('fine', 'sev4')}`,
    );
    await writeFile(
      join(root, 'src/content/trees/broken.yaml'),
      `${head}  node:\n    kind: question\n    question: Is it so?\n    choices:\n      yes: { label: "Yes", to: nowhere }\n`,
    );
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('holds checks itself, with the roles that Runlight ships', async () => {
    const broken = await triage('mine', '--root', root, '--break', 'bsc-rpc.stale-head');
    expect(answers(broken.triage)).toEqual(['node=minutes by check']);
    expect(broken.triage.outcome?.owner).toEqual({
      role: 'support-lead',
      name: 'Support lead on call',
      team: 'support-ops',
    });
    const well = await triage('mine', '--root', root);
    expect(answers(well.triage)).toEqual(['node=fresh by check']);
  });

  it('with a mistake is not walked: file, line and what was expected, exit code 2', async () => {
    const ran = await runlight('triage', 'broken', '--root', root);
    expect(ran.code).toBe(2);
    expect(ran.output).toMatch(
      /src\/content\/trees\/broken\.yaml:10:\d+ error unknown-node There is no node `nowhere`/,
    );
    const lint = await runlight('lint', '--root', root);
    expect(lint.code).toBe(1);
    expect(lint.output).toContain('broken.yaml:10:');
  });
});

describe('at a terminal', () => {
  /** Types each line once its prompt is there, in a terminal of its own; what was shown, and the exit code. */
  function typed(args: string, lines: readonly string[]): Promise<{ shown: string; code: number }> {
    return new Promise((resolve, reject) => {
      const command = `${process.execPath} ${join(packageRoot, 'scripts/runlight.ts')} triage ${args}`;
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        cwd: packageRoot,
        env: childEnvironment(),
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const waiting = [...lines];
      let shown = '';
      let fresh = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
        fresh += text;
        if (!/q quit: |without the check\): /.test(fresh)) return;
        fresh = '';
        const line = waiting.shift();
        if (line !== undefined) child.stdin.write(line);
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ shown, code: code ?? -1 }));
    });
  }

  it('asks one question a screen; back, restart and a wrong key are taken as what they are', async () => {
    const { shown, code } = await typed('legal-compliance', ['9\n', '2\n', 'b\n', '2\n', 'r\n', 'danger\n']);
    expect(code).toBe(0);
    expect(shown).toContain('type a number from 1 to 4');
    expect(shown.match(/What kind of message is it\?/g)?.length).toBeGreaterThanOrEqual(4);
    expect(shown).toContain('Somebody may be in danger.');
    expect(shown).toContain('what = danger, by the person');
  });

  it('shows what the check says; Enter takes it, a number overrules it', async () => {
    const broken = 'chain-rpc --answer network=bsc --break bsc-rpc.stale-head';
    const taken = await typed(broken, ['\r', '\r']);
    expect(taken.code).toBe(0);
    expect(taken.shown).toContain('The check says: Failing');
    expect(taken.shown).toContain('bsc-node = behind, by the check');
    const overruled = await typed(broken, ['1\r']);
    expect(overruled.code).toBe(0);
    expect(overruled.shown.replace(/\s+/g, ' ')).toContain(
      'bsc-node = split, by the person, who overruled the check (behind)',
    );
  });

  it('asks for the hash that a check needs, and goes on without it', async () => {
    const { shown, code } = await typed('swap-bridge --answer exploit=quiet --answer where=reverts', [
      'my hash\r',
      '\r',
      'q\r',
    ]);
    expect(code).toBe(3);
    expect(shown).toContain('Expected a transaction hash');
    expect(shown).toContain('No hash was given.');
  });

  it('is left with Ctrl-C and at the end of the input, with exit code 3', async () => {
    expect((await typed('legal-compliance', ['\u0003'])).code).toBe(3);
    expect((await typed('legal-compliance', ['\u0004'])).code).toBe(3);
  });
});
