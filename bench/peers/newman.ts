import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from '../contender.ts';
import { installNpm } from './install-npm.ts';
import { versions } from './versions.ts';

/** Newman: a Postman collection with an item per check. It asks one after the other, always. */
export function newman(home: string): Peer {
  return {
    id: 'newman',
    title: 'Newman (one at a time)',
    version: versions.newman,
    install: () => installNpm(home, { newman: versions.newman }),
    async prepare({ count, url, folder }) {
      const collection = join(folder, 'collection.json');
      const report = join(folder, 'report.json');
      const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
      const item = Array.from({ length: count }, (_, index) => itemOf(index, url));
      await writeFile(collection, JSON.stringify({ info: { name: 'Orders', schema }, item }));
      return {
        command: {
          file: process.execPath,
          args: [
            join(home, 'node_modules', 'newman', 'bin', 'newman.js'),
            ...['run', collection, '--reporters', 'json', '--reporter-json-export', report],
          ],
          cwd: folder,
        },
        report,
        // Two assertions each, and every one must hold.
        countPassed(said) {
          const { run } = JSON.parse(said.report ?? '') as { run: { stats: { assertions: Count } } };
          return (run.stats.assertions.total - run.stats.assertions.failed) / 2;
        },
      };
    },
  };
}

interface Count {
  total: number;
  failed: number;
}

function itemOf(index: number, url: string): object {
  const exec = [
    'pm.test("status", () => { pm.response.to.have.status(200); });',
    'pm.test("field", () => { pm.expect(pm.response.json().status).to.eql("ok"); });',
  ];
  return {
    name: `Order queue ${index} moves`,
    request: { method: 'GET', url: `${url}/checks/${index}` },
    event: [{ listen: 'test', script: { type: 'text/javascript', exec } }],
  };
}
