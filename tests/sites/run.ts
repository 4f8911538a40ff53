import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';

export interface Ran {
  code: number;
  stdout: string;
  /** Both streams, in the order they came, without colours. */
  output: string;
}

/** Runs a script of the repository with Runlight’s own Node and waits for its end. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: packageRoot,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, output }));
  });
}

/** `npx runlight …`. */
export function runlight(...args: string[]): Promise<Ran> {
  return runNode([join(packageRoot, 'scripts', 'runlight.ts'), ...args]);
}

/** `astro build` of the tree at `root`, as anybody would call it. */
export function astroBuild(root: string, audience: 'internal' | 'public', dist: string): Promise<Ran> {
  return runNode([join(packageRoot, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
    RUNLIGHT_ROOT: root,
    RUNLIGHT_AUDIENCE: audience,
    RUNLIGHT_DIST: dist,
  });
}
