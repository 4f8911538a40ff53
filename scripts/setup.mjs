// Installs what is missing, then hands over to Runlight’s own Node. It runs on the machine’s
// Node (20 and later), so it is plain JavaScript and imports nothing but built-ins.
//
//   node scripts/setup.mjs start        install the packages, then scripts/start.ts
//   node scripts/setup.mjs verify       install everything that the tests need, then scripts/verify.ts
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installChromium } from './setup/chromium.mjs';
import { installLychee } from './setup/lychee.mjs';
import { installPrometheus } from './setup/prometheus.mjs';
import { say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.runlight-setup');

/** What the installed packages were made from; when it changes, they are installed again. */
function stamp() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

/** Whether the packages are there, and are those of the lock file. */
function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp() && existsSync(ownNode());
}

function ownNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function installPackages() {
  if (isInstalled()) return true;
  say('Installing packages (about a minute, once)…');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    say('');
    say(
      'What is missing: the packages of package-lock.json, in node_modules. `npm ci` says above why it could not fetch them.',
    );
    say(
      'Without a network: point npm at a mirror (`npm config set registry ADDRESS`), or copy node_modules from a machine',
    );
    say('of the same kind where `npm ci` worked. Then run this command again.');
    return false;
  }
  if (!existsSync(ownNode())) {
    say(
      'The packages are there, but Runlight’s own Node is not: install scripts did not run. Run `npm rebuild node` and look at what it says.',
    );
    return false;
  }
  writeFileSync(stampFile, stamp());
  return true;
}

const [task = 'start', ...rest] = process.argv.slice(2);
mkdirSync(join(root, '.runlight'), { recursive: true });
const isReady =
  installPackages() && (task !== 'verify' || ((await installLychee(root)) && (await installChromium(root))));

if (isReady && task === 'verify') installPrometheus(root);

if (!isReady) process.exitCode = 1;
else {
  const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(ownNode(), [join(root, 'scripts', `${task}.ts`), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // The child gets the terminal's Ctrl-C itself; this process only waits for it to tidy up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
