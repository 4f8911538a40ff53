import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';

export interface Ran {
  code: number;
  stdout: string;
  /** Both streams, in the order they came, without colours. */
  output: string;
}

/** What commands keep for each other, of this file's alone: a lab that another file has running, and perhaps broken, is none of its business. */
const state = mkdtempSync(join(tmpdir(), 'runlight-state-'));
process.on('exit', () => rmSync(state, { recursive: true, force: true }));

/**
 * The environment that a person's shell would have: Vite and Astro behave otherwise inside Vitest. Compiled code
 * is kept between runs, as the bin does.
 */
export function childEnvironment(env: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV$|TEST$|DEV$|PROD$|MODE$|SSR$)/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_COMPILE_CACHE: join(packageRoot, '.runlight', 'compile-cache'),
    RUNLIGHT_STATE: state,
    ...env,
  };
}

/** Runs a script of the repository with Runlight’s own Node and waits for its end. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: packageRoot,
      env: childEnvironment(env),
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
