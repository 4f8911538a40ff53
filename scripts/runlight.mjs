#!/usr/bin/env node
// The bin. Runlight is TypeScript that its own Node runs as it is; started by an older Node
// (a shell without `npx`), it hands over to that one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('./runlight.ts', import.meta.url));
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Compiled code is kept between runs, for this process and its threads: start-up is part of the product.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.(fileURLToPath(new URL('../.runlight/compile-cache', import.meta.url)));
  await import(entry);
} else if (existsSync(own)) {
  const child = spawn(own, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : (code ?? 1);
  });
} else {
  console.error('Runlight’s own Node is not installed yet. Run `npm start` once, or `npm ci`.');
  process.exitCode = 2;
}
