import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import about from 'zx/package.json' with { type: 'json' };
import type { Peer } from '../contender.ts';

const driver = fileURLToPath(new URL('../processes/zx-each.ts', import.meta.url));

/** What a team does without a runner: a zx script per check, each a process, eight at once. */
export function zxEach(): Peer {
  return {
    id: 'zx',
    title: 'a zx process per check (8 at once)',
    version: about.version,
    // It is a dependency of ours.
    async install() {},
    async prepare({ count, url, folder }) {
      const scripts = join(folder, 'checks');
      await mkdir(scripts, { recursive: true });
      for (let index = 0; index < count; index += 1)
        await writeFile(join(scripts, `check-${index}.mjs`), scriptText(`${url}/checks/${index}`));
      return {
        command: { file: process.execPath, args: [driver, scripts, String(count)], cwd: folder },
        countPassed: ({ stdout }) => Number(/^(\d+) passed$/m.exec(stdout)?.[1] ?? 0),
      };
    },
  };
}

function scriptText(address: string): string {
  return `import { echo } from '${import.meta.resolve('zx')}';

const response = await fetch('${address}');
const answer = await response.json();
if (response.status !== 200 || answer.status !== 'ok') process.exitCode = 1;
else echo('healthy');
`;
}
