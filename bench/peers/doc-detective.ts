import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from '../contender.ts';
import { installNpm } from './install-npm.ts';
import { versions } from './versions.ts';

/**
 * Doc Detective: one specification with a test per check, eight at once. No telemetry and no
 * look for updates: both would wait for the internet.
 */
export function docDetective(home: string): Peer {
  return {
    id: 'doc-detective',
    title: 'Doc Detective (8 at once)',
    version: versions['doc-detective'],
    install: () => installNpm(home, { 'doc-detective': versions['doc-detective'] }),
    async prepare({ count, url, folder }) {
      const [config, input, report] = ['config.json', 'checks.json', 'report.json'].map((name) => join(folder, name));
      const tests = Array.from({ length: count }, (_, index) => testOf(index, url));
      await writeFile(input ?? '', JSON.stringify({ tests }));
      await writeFile(config ?? '', JSON.stringify({ telemetry: { send: false } }));
      return {
        command: {
          file: process.execPath,
          args: [
            join(home, 'node_modules', 'doc-detective', 'bin', 'doc-detective.js'),
            ...['--config', config ?? '', '--input', input ?? '', '--output', report ?? '', '--reporters', 'json'],
            ...['--concurrent-runners', '8', '--no-auto-update', '--no-hints', '--logLevel', 'silent'],
            ...['--cache-dir', join(folder, 'cache')],
          ],
          cwd: folder,
        },
        report: report ?? '',
        countPassed: (said) => (JSON.parse(said.report ?? '') as Results).summary.tests.pass,
      };
    },
  };
}

interface Results {
  summary: { tests: { pass: number } };
}

function testOf(index: number, url: string): object {
  const httpRequest = {
    url: `${url}/checks/${index}`,
    method: 'get',
    statusCodes: [200],
    response: { body: { status: 'ok' } },
  };
  return { testId: `queue-${index}`, steps: [{ httpRequest }] };
}
