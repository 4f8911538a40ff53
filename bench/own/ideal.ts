import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/project/folders.ts';
import type { Contender } from '../contender.ts';

const script = fileURLToPath(new URL('../processes/ideal.ts', import.meta.url));

interface IdealShape {
  id: string;
  title: string;
  /** Compiled modules are kept for the next run, as Runlight keeps its own. */
  isCached: boolean;
  /** Worker threads that share the 32; 0 is the main thread. */
  threads: number;
}

/**
 * What Node itself takes: it imports a TypeScript module per check and runs it, 32 at a time. No
 * pages, isolation, time limits, evidence, redaction or report: the floor for anything written in it.
 */
function ideal({ id, title, isCached, threads }: IdealShape): Contender {
  return {
    id,
    title,
    async prepare({ count, url, folder }) {
      const modules = join(folder, 'modules');
      await mkdir(modules, { recursive: true });
      for (let index = 0; index < count; index += 1)
        await writeFile(join(modules, `check-${index}.ts`), moduleText(index, url));
      const cache = isCached ? join(folder, 'compile-cache') : '';
      return {
        command: {
          file: process.execPath,
          args: [script, modules, String(count), String(threads), cache],
          cwd: packageRoot,
        },
        countPassed: ({ stdout }) => Number(/^(\d+) passed$/m.exec(stdout)?.[1] ?? 0),
      };
    },
  };
}

function moduleText(index: number, url: string): string {
  return `interface Answer {
  status: string;
  id: number;
}

/** Order queue ${index} moves. */
export default async function check(): Promise<boolean> {
  const response = await fetch('${url}/checks/${index}', { headers: { accept: 'application/json' } });
  if (response.status !== 200) return false;
  const answer = (await response.json()) as Answer;
  return answer.status === 'ok';
}
`;
}

export const plainIdeal = ideal({
  id: 'ideal',
  title: 'ideal: one Node process, N modules',
  isCached: false,
  threads: 0,
});
export const cachedIdeal = ideal({
  id: 'ideal-cached',
  title: 'ideal, with compile cache',
  isCached: true,
  threads: 0,
});
export const threadedIdeal = ideal({
  id: 'ideal-threads',
  title: 'ideal, two worker threads',
  isCached: false,
  threads: 2,
});
