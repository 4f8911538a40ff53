import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { packageRoot } from '../src/project/folders.ts';
import { type Audience, audiences } from '../src/schemas/frontmatter.ts';
import { checkLeaks } from './leaks.ts';

export interface BuildOptions {
  /** The tree to build; Runlight's own by default. */
  root?: string;
  /** Where `internal/` and `public/` go. */
  dist?: string;
  signal?: AbortSignal;
  quiet?: boolean;
}

/** Builds one site; returns the exit code. Each audience has its own output and cache. */
export function buildSite(
  audience: Audience,
  { root = packageRoot, dist = join(root, 'dist'), signal, quiet = false }: BuildOptions = {},
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [join(packageRoot, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build', ...(quiet ? ['--silent'] : [])],
      {
        cwd: packageRoot,
        stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
        env: {
          ...process.env,
          RUNLIGHT_AUDIENCE: audience,
          RUNLIGHT_ROOT: resolve(root),
          RUNLIGHT_DIST: resolve(dist),
          ASTRO_TELEMETRY_DISABLED: '1',
        },
        ...(signal ? { signal } : {}),
      },
    );
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
}

if (import.meta.main) {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !(audiences as readonly string[]).includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no site \`${unknown}\`; expected \`internal\` or \`public\`.\n`);
    process.exitCode = 2;
  } else {
    const root = process.env.RUNLIGHT_ROOT ?? packageRoot;
    const dist = process.env.RUNLIGHT_DIST ?? join(root, 'dist');
    for (const audience of audiences.filter((name) => chosen.length === 0 || chosen.includes(name))) {
      if (process.exitCode) break;
      process.exitCode = await buildSite(audience, { root, dist });
    }
    const isPublished = chosen.length === 0 || chosen.includes('public');
    if (!process.exitCode && isPublished && (await checkLeaks(root, dist)) > 0) process.exitCode = 1;
  }
}
