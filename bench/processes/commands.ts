import { spawn } from 'node:child_process';

// A process: `commands.ts bare|bash|zx COUNT` runs `true` COUNT times, one after the other.

const [way, count] = process.argv.slice(2);

function run(file: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'pipe' });
    child.on('error', reject).on('close', (code) => resolve(code === 0));
  });
}

async function runner(): Promise<() => Promise<boolean>> {
  if (way === 'bare') return () => run('true', []);
  if (way === 'bash') return () => run('bash', ['-c', 'true']);
  const { $ } = await import('zx');
  return async () => (await $`true`).exitCode === 0;
}

const runOne = await runner();
let passed = 0;
for (let index = 0; index < Number(count); index += 1) if (await runOne()) passed += 1;
process.stdout.write(`${passed} passed\n`);
