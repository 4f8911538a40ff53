import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from '../contender.ts';
import { installNpm } from './install-npm.ts';
import { versions } from './versions.ts';

/** Step CI: one workflow with a test per check. By default it runs all tests at once, which is its fastest. */
export function stepci(home: string): Peer {
  return {
    id: 'stepci',
    title: 'Step CI (all at once)',
    version: versions.stepci,
    install: () => installNpm(home, { stepci: versions.stepci }),
    async prepare({ count, url, folder }) {
      const workflow = join(folder, 'workflow.yml');
      const tests = Array.from({ length: count }, (_, index) => testText(index, url));
      await writeFile(workflow, `version: "1.1"\nname: Orders\ntests:\n${tests.join('')}`);
      return {
        command: {
          file: process.execPath,
          args: [join(home, 'node_modules', 'stepci', 'dist', 'index.js'), 'run', workflow],
          cwd: folder,
          env: { STEPCI_DISABLE_ANALYTICS: '1' },
        },
        countPassed: ({ stdout }) => Number(/^Tests:.* (\d+) passed/m.exec(stdout)?.[1] ?? 0),
      };
    },
  };
}

function testText(index: number, url: string): string {
  return `  queue-${index}:
    steps:
      - name: Order queue ${index} moves
        http:
          url: ${url}/checks/${index}
          method: GET
          check:
            status: 200
            jsonpath:
              $.status: ok
`;
}
