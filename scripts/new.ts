import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Targets } from '../src/project/load-data.ts';
import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import { type TemplateKind, templates } from './templates/templates.ts';

const kinds = Object.keys(templates) as TemplateKind[];

export default defineCommand({
  name: 'new',
  summary: 'Starts a runbook, an article or a check from a filled template',
  operands: 'runbook|article|check NAME',
  options: { json: { type: 'boolean', help: 'Print { file, next } as JSON' } },
  examples: [
    ['npx runlight new runbook swaps/quote-missing', 'Start runbooks/swaps/quote-missing.md'],
    ['npx runlight new article quote-missing', 'Start src/content/docs/help/quote-missing.md'],
    ['npx runlight new check quote-age', 'Start checks/quote-age.ts'],
  ],
  async run({ options, operands }) {
    const [kind = '', name = '', ...rest] = operands;
    const template = kinds.find((known) => known === kind);
    if (!template)
      throw new UsageError(
        kind === ''
          ? 'Say what to start: `npx runlight new runbook|article|check NAME`.'
          : `There is no template \`${kind}\`.${suggest(kind, kinds)}`,
      );
    const form = templates[template];
    if (rest.length > 0 || !form.pattern.test(name))
      throw new UsageError(`\`${[name, ...rest].join(' ')}\` is no name for a ${template}; expected ${form.expected}.`);
    const { project, environment } = await openProject(options);
    const path = form.path(name);
    const file = join(project.root, path);
    const twin = form.twin(name).find((each) => existsSync(join(project.root, each)));
    if (twin !== undefined) throw new UsageError(`\`${twin}\` exists already; nothing was changed.`);
    const targets = project.environments.get(environment) ?? {};
    const text = form.text({
      name,
      today: new Date().toISOString().slice(0, 10),
      team: project.config.teams[0] ?? 'support-ops',
      target: targetToBeginWith(targets),
    });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
    const next = form.next(name, path);
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ file: path, next })}\n`
        : `Started ${path}\n\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`,
    );
    return 0;
  },
});

/** A target that speaks JSON over HTTP for the example block: one of our own APIs, where the tree has one. */
function targetToBeginWith(targets: Targets): string | null {
  const names = Object.keys(targets);
  return (
    names.find((name) => targets[name]?.layer === 'api') ??
    names.find((name) => !name.includes('rpc')) ??
    names[0] ??
    null
  );
}
