/** What a check may do to the command that runs it. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/schemas/report.ts';
import { type Ran, runlight } from './run.ts';

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
  `import { readFileSync } from 'node:fs';\nimport { defineCheck } from 'runlight/check';\n${top}\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'integer', summary: '' } }, async run() { ${run} return { value: 1 }; } });\n`;

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
    [
      'ends the process later, as if all were well',
      'setTimeout(() => process.exit(0), 1);',
      'Runlight was ended before it was done.',
    ],
    ['throws later', 'setTimeout(() => { throw new Error("later"); }, 1);', 'Something broke inside Runlight: later'],
    [
      'forgets a promise that fails',
      'void Promise.reject(new Error("forgotten"));',
      'Something broke inside Runlight: forgotten',
    ],
  ])('%s makes the command fail, with a sentence', async (_, top, sentence) => {
    const ran = await runWith(top);
    expect(ran.code).toBe(3);
    expect(ran.output).toContain(sentence);
  });
});
