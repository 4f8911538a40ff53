// npm leaves packages out of the lock file that the registry it asked does not serve, such as
// those of other platforms on a mirror; `npm ci` then refuses the lock everywhere. This adds what
// is missing: version, operating system and processor, all of which the package's name says.
//
//   node scripts/setup/complete-lock.mjs      after an `npm install` that changed the lock file
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'package-lock.json');
const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const processors = {
  arm64: 'arm64',
  amd64: 'x64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  arm: 'arm',
};

/** Optional dependencies that are named in the lock and have no entry: name and version. */
export function missingPlatforms(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isThere = lock.packages[`node_modules/${name}`] ?? lock.packages[`${path}/node_modules/${name}`];
      if (!isThere && /^\d/.test(version)) missing.set(name, version);
    }
  }
  return missing;
}

/** `@pagefind/darwin-arm64` → macOS on arm64. */
function platformOf(name) {
  const parts = name.split('/').at(-1).split('-');
  const os = parts.map((part) => systems[part]).find(Boolean);
  const cpu = parts.map((part) => processors[part]).find(Boolean);
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) };
}

/** The lock with an entry for every platform, its packages in npm's order. */
export function completeLock(lock) {
  const added = [...missingPlatforms(lock)].map(([name, version]) => [
    `node_modules/${name}`,
    { version, ...platformOf(name), optional: true },
  ]);
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) }).sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  return { ...lock, packages: Object.fromEntries(packages) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  process.stderr.write(`${missingPlatforms(lock).size} packages of other platforms added to the lock file.\n`);
}
