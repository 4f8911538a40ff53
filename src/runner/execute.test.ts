// Long because it is one list: each way in which a check can end.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the bodies of checks are text here.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttemptSketch, attempt } from '../../tests/contract/attempt.ts';
import { serve, serveBytes } from '../../tests/contract/loopback.ts';
import { repository, targetAt } from '../../tests/contract/planned-block.ts';
import type { Outcome } from './messages.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(repository, 'tests/contract/.checks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
/** Runs a check whose `run` has this body; `more` are further keys of its definition. */
async function runCheck(body: string, sketch: AttemptSketch = {}, more = ''): Promise<Outcome> {
  count += 1;
  const file = join(folder, `check-${count}.ts`);
  await writeFile(
    file,
    `import { CheckFailure, InputNeeded, defineCheck, notTaken, param } from 'runlight/check';
    export default defineCheck({
      summary: 'Test', layer: 'api', ${more}
      params: { target: param.target().optional(), count: param.integer().default(1) },
      readings: { value: { type: 'any', summary: '' }, height: { type: 'integer', summary: '' } },
      async run({ params, http, $, secrets, wanted, evidence, fail, signal }) { ${body} },
    });`,
  );
  return attempt({ checkFile: file, check: 'test', params: {}, rows: { value: 'present' }, ...sketch });
}

describe('execute', () => {
  it('gives a check its parameters, typed, and the names of the wanted readings', async () => {
    const { verdict, readings } = await runCheck('return { value: `${params.count + 1} ${[...wanted]}` };', {
      params: { count: '41' },
    });
    expect(verdict).toBe('pass');
    expect(readings[0]?.value).toBe('42 value');
  });

  it.each([
    ['throws', 'throw new TypeError("x is not a function");', 'The check threw: x is not a function.'],
    ['returns nothing', '', 'The check returned nothing; expected an object of readings.'],
    [
      'returns a reading of another type',
      'return { height: "7" };',
      'The check returned the text `7` for `height`; expected a whole number.',
    ],
  ])('calls it our error when a check %s', async (_, body, message) => {
    const { verdict, reason } = await runCheck(body);
    expect(verdict).toBe('error');
    expect(reason).toMatchObject({ code: 'script', message });
  });

  it.each([
    ['a getter that throws', 'return { get value() { throw new Error("no"); } };'],
    ['a proxy that hides its names', 'return new Proxy({}, { ownKeys() { throw new Error("no"); } });'],
    ['a proxy that hides what it is', 'return new Proxy({}, { getPrototypeOf() { throw new Error("no"); } });'],
    [
      'readings of a failure that cannot be read',
      'return fail("protocol", "x", { readings: { get value() { throw 1; } } });',
    ],
    ['a failure whose message is no text', 'const it = fail("protocol", "x"); it.message = { a: 1 }; return it;'],
    ['a failure whose hint is no text', 'return fail("protocol", "x", { hint: 5 });'],
    ['a reason that is no text', 'return { value: notTaken(Symbol("x")) };'],
    ['an error whose message is no text', 'const it = new Error("x"); it.message = Symbol("x"); throw it;'],
    ['an error whose stack throws', 'throw Object.defineProperty(new Error("x"), "stack", { get() { throw 1; } });'],
    ['what no text can be made of', 'throw Object.create(null);'],
    ['a revoked proxy', 'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;'],
  ])('calls it our error when a check ends with %s', async (_, body) => {
    expect(await runCheck(body)).toMatchObject({
      verdict: 'error',
      reason: { code: 'script', message: 'The check ended with something that broke while it was read.' },
    });
  });

  it.each([
    ['null', 'throw null;', 'The check threw: null.'],
    ['a symbol', 'throw Symbol("x");', 'The check threw: Symbol(x).'],
    ['a bigint', 'return { value: 7n };', 'The check returned `7` (a bigint) for `value`; expected'],
    ['itself', 'const it = {}; it.value = it; return it;', 'The check returned an object for `value`; expected'],
    [
      'a code of its own',
      'const it = fail("protocol", "x"); it.code = { toString: () => "protocol" }; return it;',
      'The check failed with `protocol`, which is no code for',
    ],
    ['a promise that never settles', 'return { then() {} };', 'The check did not end within 300 ms'],
    ['a name without end', 'return { ["x".repeat(1e6)]: 1 };', 'The check returned `xxx'],
  ])('says what it is when a check ends with %s', async (_, body, message) => {
    const { verdict, reason } = await runCheck(body, { timeoutMs: 300 });
    expect(verdict).toBe('error');
    expect(reason?.code).toBe('script');
    expect(reason?.message.slice(0, message.length)).toBe(message);
  });

  it('shows where a check threw, without the paths of this machine', async () => {
    const { evidence } = await runCheck('throw new Error("boom");');
    expect(evidence[0]?.text).toMatch(/^Error: boom\n\s+at .*check-\d+\.ts/);
    expect(evidence[0]?.text).not.toContain(folder);
  });

  it('says which parameter does not fit', async () => {
    const { reason } = await runCheck('return {};', { params: { count: 'many' } });
    expect(reason).toMatchObject({ code: 'config', message: '`count` is `many`; expected a whole number.' });
  });

  it('ends with what the check says of its target, readings included', async () => {
    const { verdict, reason, readings } = await runCheck(
      'return fail("disagrees", "They differ.", { readings: { value: 7 } });',
    );
    expect({ verdict, reason }).toMatchObject({
      verdict: 'fail',
      reason: { code: 'disagrees', message: 'They differ.' },
    });
    expect(readings).toMatchObject([{ name: 'value', value: 7, verdict: 'pass' }]);
  });

  it('skips when an input is needed, and when a declared secret is missing', async () => {
    expect(await runCheck('throw new InputNeeded("Give a hash.");')).toMatchObject({
      verdict: 'skip',
      reason: { code: 'needs-input' },
    });
    expect(await runCheck('return {};', {}, 'secrets: ["A_KEY"],')).toMatchObject({
      verdict: 'skip',
      reason: { code: 'no-secret', message: 'The check `test` needs the environment variable `A_KEY`, not set here.' },
    });
  });

  it('lets no secret out, and no control character', async () => {
    const { reason, evidence } = await runCheck(
      'evidence("Seen \\u001b[31m", `key ${secrets.A_KEY} \\u001b[2J`); throw new Error(`no ${secrets.A_KEY}`);',
      { env: { A_KEY: 'hunter22' } },
      'secrets: ["A_KEY"],',
    );
    expect(reason?.message).toBe('The check threw: no ‹secret:A_KEY›.');
    expect(evidence[0]).toEqual({ title: 'Seen \\u{1b}[31m', text: 'key ‹secret:A_KEY› \\u{1b}[2J', truncated: false });
    expect(JSON.stringify(evidence)).not.toContain('hunter22');
  });

  it('clips evidence to 8 KiB and 10 pieces', async () => {
    const { evidence } = await runCheck(
      'for (let i = 0; i < 20; i += 1) evidence(`piece ${i}`, "é".repeat(10_000)); return { value: 1 };',
    );
    expect(evidence).toHaveLength(10);
    expect(Buffer.byteLength(evidence[0]?.text ?? '')).toBe(8192);
    expect(evidence[0]?.truncated).toBe(true);
  });

  it('keeps the answer as evidence when a row fails', async () => {
    await using server = await serve((_, response) => response.end('{"status":"down"}'));
    const { reason, evidence } = await runCheck('return { value: (await http("/s")).json().status };', {
      params: { target: 'service' },
      targets: [targetAt(server.url)],
      rows: { value: '= ok' },
    });
    expect(reason?.message).toBe('`value` is `down`; expected `= ok`.');
    expect(evidence[0]?.text).toContain('GET /s\n\nHTTP 200 OK');
  });

  it('calls it a timeout when the target is waited for', async () => {
    await using server = await serveBytes(() => {});
    const waiting = { params: { target: 'service' }, targets: [targetAt(server.url)], timeoutMs: 60 };
    expect(await runCheck('return { value: (await http()).text };', waiting)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'timeout' },
    });
    expect(await runCheck('try { await http(); } catch {} await new Promise(() => {});', waiting)).toMatchObject({
      verdict: 'fail',
      reason: { code: 'timeout' },
    });
  });

  it('calls it our error when a check just never ends', async () => {
    expect(await runCheck('await new Promise(() => {});', { timeoutMs: 60 })).toMatchObject({
      verdict: 'error',
      reason: { code: 'script', message: 'The check did not end within 60 ms, and it was not waiting for its target.' },
    });
  });

  it('takes readings that come within the grace', async () => {
    expect(
      (
        await runCheck('await new Promise((r) => signal.addEventListener("abort", r)); return { value: 1 };', {
          timeoutMs: 60,
        })
      ).verdict,
    ).toBe('pass');
  });
});

describe('the shell of a check', () => {
  it('has a folder of its own, nothing on standard input, and only the declared secrets', async () => {
    const { readings } = await runCheck(
      'const { stdout } = await $`cat; pwd; env | cut -d= -f1 | sort | tr "\\n" " "`; return { value: stdout };',
      { env: { A_KEY: 'hunter22', OTHER: 'x' }, rows: { value: 'present' } },
      'secrets: ["A_KEY"],',
    );
    const [pwd = '', names = ''] = String(readings[0]?.value).split('\n');
    expect(pwd).toMatch(/runlight-[\w-]+$/);
    expect(names.trim().split(' ')).toEqual(expect.arrayContaining(['A_KEY', 'HOME', 'LANG', 'PATH']));
    expect(names).not.toMatch(/OTHER|NODE|VITEST/);
    expect((await readdir(tmpdir())).includes(pwd.split('/').at(-1) ?? '?')).toBe(false);
  });

  it('quotes what is put into a command', async () => {
    const { readings } = await runCheck('return { value: (await $`echo ${"a; echo $(id)"}`).stdout.trim() };');
    expect(readings[0]?.value).toBe('a; echo $(id)');
  });

  it('fails the check when a command fails', async () => {
    expect(await runCheck('await $`exit 3`; return { value: 1 };')).toMatchObject({
      verdict: 'error',
      reason: { code: 'script' },
    });
  });

  it('takes input, and pipes', async () => {
    const { readings } = await runCheck(
      'return { value: (await $({ input: "b\\na\\n" })`sort | head -1`).stdout.trim() + (await $`echo x`.pipe($`cat`)).stdout.trim() };',
    );
    expect(readings[0]?.value).toBe('ax');
  });

  it('dies with the check, whatever it started', async () => {
    const mark = `31${Date.now() % 100_000}`;
    const { reason } = await runCheck(
      `await $\`(sleep ${mark} & sleep ${mark}) & sleep ${mark}\`; return { value: 1 };`,
      { timeoutMs: 250 },
    );
    expect(reason?.code).toBe('script');
    const { readings } = await runCheck(
      `return { value: (await $({ nothrow: true })\`pgrep -f "sleep ${mark}$" | wc -l\`).stdout.trim() };`,
    );
    expect(Number(readings[0]?.value)).toBe(0);
  });

  it.each([
    ['goes on in the background', 'await $`sleep 51234 > /dev/null 2>&1 &`;'],
    ['left its group', 'await $`setsid sleep 51234 > /dev/null 2>&1 &`;'],
    ['is not awaited', 'void $({ nothrow: true })`sleep 51235`;'],
  ])('may leave nothing running: a command that %s is the check’s fault', async (_, body) => {
    const { verdict, reason } = await runCheck(`${body} return { value: 1 };`);
    expect({ verdict, ...reason }).toMatchObject({
      verdict: 'error',
      code: 'script',
      message: 'The check returned and left a process running; it must await what it starts.',
    });
    const { readings } = await runCheck(
      'return { value: (await $({ nothrow: true })`pgrep -f "^sleep 5123[45]" | wc -l`).stdout.trim() };',
    );
    expect(Number(readings[0]?.value)).toBe(0);
  });

  it('does not mind what ends by itself right after', async () => {
    const { verdict } = await runCheck('await $({ nothrow: true })`yes | head -1; sleep 0.05 &`; return { value: 1 };');
    expect(verdict).toBe('pass');
  });

  it('may print only so much', async () => {
    const { verdict } = await runCheck('await $`yes`; return { value: 1 };');
    expect(verdict).toBe('error');
  });
});
