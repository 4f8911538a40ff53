// npm links the bins of dependencies, not those of the package itself: this lets `npx runlight`
// work inside the repository. Runs after every install.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = join(root, 'node_modules', '.bin');
mkdirSync(bin, { recursive: true });
rmSync(join(bin, 'runlight'), { force: true });
if (process.platform === 'win32')
  writeFileSync(join(bin, 'runlight.cmd'), '@node "%~dp0\\..\\..\\scripts\\runlight.mjs" %*\r\n');
else symlinkSync('../../scripts/runlight.mjs', join(bin, 'runlight'));
