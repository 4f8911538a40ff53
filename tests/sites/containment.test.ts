/** What a check may do to the command that runs it. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/schemas/report.ts';
import { type Ran, runlight } from './run.ts';

/** In the command line of whatever these checks start. */
const mark = `6${process.pid}`;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rl-containment-'));
  await mkdir(join(root, 'checks'));
  await mkdir(join(root, 'runbooks/a'), { recursive: true });
  const block = (id: string): string =>
    `:::check[Block ${id}]{#${id} use="${id}"}\n| Reading | Healthy |\n| --- | --- |\n| \`value\` | \`= 1\` |\n:::\n`;
  await writeFile(
    join(root, 'runbooks/a/page.md'),
    `---\ntitle: A\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\n${block('odd')}\n${block('good')}`,
  );
  await writeFile(join(root, 'checks/good.ts'), check('', ''));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const check = (top: string, run: string): string =>
  `import { readFileSync } from 'node:fs';\nimport { defineCheck } from 'runlight/check';\n${top}\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'integer', summary: '' } }, async run({ $ }) { ${run} return { value: 1 }; } });\n`;

/** Runs both blocks; the check of one has these lines at its top level and in its `run`. */
async function runWith(top: string, run = ''): Promise<Ran & { ms: number }> {
  await writeFile(join(root, 'checks/odd.ts'), check(top, run));
  const started = performance.now();
  const ran = await runlight('check', '--root', root, '--json');
  return { ...ran, ms: performance.now() - started };
}

const verdicts = ({ stdout }: Ran): string[] =>
  reportSchema.parse(JSON.parse(stdout)).results.map((each) => each.verdict);

describe('a check that reads what never comes', () => {
  it('costs the command a few seconds, not its report, its exit code or its end', async () => {
    const pipe = join(root, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
    const ran = await runWith('', `readFileSync(${JSON.stringify(pipe)});`);
    expect(verdicts(ran)).toEqual(['error', 'pass']);
    expect(ran.code).toBe(3);
    expect(ran.ms).toBeLessThan(30_000);
  });
});

describe('a check whose file, when it is read,', () => {
  it('starts a timer without end does not keep the command', async () => {
    const ran = await runWith('setInterval(() => {}, 1000);');
    expect(verdicts(ran)).toEqual(['pass', 'pass']);
    expect(ran.code).toBe(0);
  });

  it.each([
    ['ends the process later, as if all were well', 'process.exit(0);', 'something called `process.exit`'],
    ['throws later', 'throw new Error("later");', 'later'],
    ['forgets a promise that fails', 'void Promise.reject(new Error("forgotten"));', 'forgotten'],
  ])('%s interrupts the run: children end, the report is written', async (_, body, sentence) => {
    const ran = await runWith(`setTimeout(() => { ${body} }, 900);`, `await $\`sleep ${mark}\`;`);
    expect(ran.code).toBe(3);
    expect(ran.output).toContain(`Something broke inside Runlight: ${sentence}`);
    expect(reportSchema.parse(JSON.parse(ran.stdout)).run.interrupted).toBe(true);
    expect(verdicts(ran)).toEqual(['pass']);
    expect(await leftOver()).toEqual([]);
  });

  it('breaks before the run has begun makes the command fail, with a sentence', async () => {
    const ran = await runWith('void Promise.reject(new Error("at once"));');
    expect(ran.code).toBe(3);
    expect(ran.output).toContain('Something broke inside Runlight: at once');
  });
});

async function leftOver(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(`sleep\0${mark}`));
}
