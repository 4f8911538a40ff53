import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/project/folders.ts';
import { showDuration } from '../src/text/show-value.ts';

/** One part of the verification: an npm script of its own, so that it can be run alone. */
interface Part {
  script: string;
  says: string;
  /** Runs Vitest, whose tests are counted one by one; the others count as one. */
  counted?: boolean;
}

const parts: Part[] = [
  { script: 'lint:code', says: 'code style' },
  { script: 'lint:imports', says: 'import directions' },
  { script: 'lint:unused', says: 'dead code' },
  { script: 'lint:types', says: 'types' },
  { script: 'lint:content', says: 'pages, checks, targets' },
  { script: 'test:unit', says: 'unit tests', counted: true },
  { script: 'build', says: 'both sites, and the leak test' },
  { script: 'test:links', says: 'links of both sites' },
  { script: 'test:checks', says: 'checks on the lab' },
  { script: 'test:sites', says: 'fixture sites', counted: true },
  { script: 'test:browser', says: 'browser tests', counted: true },
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const folder = join(packageRoot, '.runlight', 'verify');

function run(script: string, extra: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script, ...extra], {
      cwd: packageRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A lab that somebody has running, and perhaps broken, is none of the tests' business.
      env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', RUNLIGHT_STATE: join(folder, 'state') },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Counts of a Vitest run; a run that never began is one failure. */
async function vitestCounts(file: string, code: number): Promise<Counts> {
  const report = await readFile(file, 'utf8').then(
    (text) =>
      JSON.parse(text) as {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numTotalTests: number;
      },
    () => null,
  );
  if (!report || report.numTotalTests === 0) return { passed: 0, failed: 1, skipped: 0 };
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

async function main(): Promise<number> {
  const only = process.argv.slice(2);
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { script, says, counted } of parts.filter((part) => only.length === 0 || only.includes(part.script))) {
    const started = performance.now();
    const file = join(folder, `${script.replace(':', '-')}.json`);
    const { code, output } = await run(
      script,
      counted ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [],
    );
    const counts = counted
      ? await vitestCounts(file, code)
      : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
    if (counts.failed > 0) process.stdout.write(`${output.trimEnd().split('\n').slice(-200).join('\n')}\n`);
    process.stdout.write(
      `${counts.failed === 0 ? '●' : '✕'} ${script.padEnd(14)} ${says}${counted ? `: ${counts.passed} passed, ${counts.failed} failed` : ''} (${showDuration(performance.now() - started)})\n`,
    );
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exitCode = await main();
