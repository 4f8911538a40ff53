import { spawn } from 'node:child_process';
import { join } from 'node:path';

// A process: `zx-each.ts SCRIPTS COUNT` runs COUNT scripts, each in a Node of its own, eight at once.

const [folder = '', count] = process.argv.slice(2);
let next = 0;
let passed = 0;

const runScript = (index: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, `check-${index}.mjs`)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject).on('exit', (code) => resolve(code === 0));
  });

async function lane(): Promise<void> {
  while (next < Number(count)) {
    const index = next;
    next += 1;
    if (await runScript(index)) passed += 1;
  }
}

await Promise.all(Array.from({ length: 8 }, lane));
process.stdout.write(`${passed} passed\n`);
