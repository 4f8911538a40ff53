import { join, resolve } from 'node:path';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { rootFrom } from './cli/open-project.ts';

export default defineCommand({
  name: 'publish',
  summary: 'Puts the reports of runs into the two sites: merges the parts of a sharded run',
  operands: 'REPORT.json…',
  options: {
    dist: { type: 'string', value: 'DIR', help: 'Where the built sites are (default: dist)' },
  },
  examples: [
    [
      'npx runlight publish part-1.json part-2.json part-3.json',
      'Show what three parts of a run found, each written by `check --shard I/3 --reporter json=part-I.json`',
    ],
    ['npx runlight publish night.json --dist /srv/runlight', 'Show an earlier run in sites that are served from there'],
  ],
  async run({ options, operands }) {
    const [{ publishReports }, { readReports }] = await Promise.all([
      import('./cli/publish-reports.ts'),
      import('./cli/read-reports.ts'),
    ]);
    if (operands.length === 0) throw new UsageError('There is no report to publish: name one or more JSON files.');
    const root = rootFrom(options.root);
    return publishReports(await readReports(operands), {
      root,
      env: options.env,
      dist: resolve(options.dist ?? join(root, 'dist')),
    });
  },
});
