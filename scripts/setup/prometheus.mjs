import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

/** The Prometheus to test against: one on the PATH first, else the one in the project’s own folder; `null` without either. */
export function findPrometheus(root) {
  const onPath = spawnSync('prometheus', ['--version'], { encoding: 'utf8' });
  if (onPath.status === 0 && /prometheus, version/.test(onPath.stdout + onPath.stderr)) return 'prometheus';
  const own = ownPrometheus(root);
  return existsSync(own) ? own : null;
}

/** What a test says that is skipped without it. */
export const prometheusMissing =
  'no Prometheus was found: install it with `sudo apt-get install --no-install-recommends prometheus` (Debian, Ubuntu), or put its binary on the PATH';

function ownPrometheus(root) {
  return join(root, '.runlight', 'bin', 'prometheus');
}

/**
 * Puts the binary of Debian’s package into the project’s own folder. The package is only unpacked, never
 * installed, so nothing of it is started and no other package comes along. Without it, the tests against a
 * real Prometheus are skipped: it holds nothing up.
 */
export function installPrometheus(root) {
  if (findPrometheus(root)) return;
  const work = join(root, '.runlight', 'prometheus');
  if (unpack(root, work)) return rmSync(work, { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
  say(`The tests against a real Prometheus will be skipped: ${prometheusMissing}.`);
}

function unpack(root, work) {
  const has = (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.platform !== 'linux' || !has('apt-get') || !has('dpkg-deb')) return false;
  say('Fetching Prometheus, which one check is tested against…');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  mkdirSync(join(root, '.runlight', 'bin'), { recursive: true });
  const run = (tool, args) => spawnSync(tool, args, { cwd: work, stdio: 'ignore' }).status === 0;
  const download = () => run('apt-get', ['download', '-q', 'prometheus']);
  // Its lists of packages may be missing or old, as in a fresh container.
  const isThere = download() || (process.getuid?.() === 0 && run('apt-get', ['update', '-q']) && download());
  const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
  if (!isThere || !archive || !run('dpkg-deb', ['-x', archive, 'unpacked'])) return false;
  const binary = join(work, 'unpacked', 'usr', 'bin', 'prometheus');
  if (!existsSync(binary)) return false;
  copyFileSync(binary, ownPrometheus(root));
  chmodSync(ownPrometheus(root), 0o755);
  return findPrometheus(root) !== null;
}
