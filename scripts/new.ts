import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Project } from '../src/project/load.ts';
import type { Targets } from '../src/project/load-data.ts';
import { allBlocks } from '../src/project/plan.ts';
import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import type { Template, TemplateFacts } from './templates/template.ts';
import { type TemplateKind, templates } from './templates/templates.ts';

const kinds = Object.keys(templates) as TemplateKind[];

export default defineCommand({
  name: 'new',
  summary: 'Starts a runbook, an article, a check, an escalation tree or a macro from a filled template',
  operands: `${kinds.join('|')} NAME`,
  options: {
    json: { type: 'boolean', help: 'Print { files, next } as JSON' },
    'from-cluster': {
      type: 'string',
      value: 'FILE|ID',
      help: 'The tickets that an article is missing for: a cluster of `runlight deflect`',
    },
  },
  examples: [
    ['npx runlight new runbook swaps/quote-missing', 'Start runbooks/swaps/quote-missing.md'],
    ['npx runlight new article quote-missing', 'Start src/content/docs/help/quote-missing.md'],
    [
      'npx runlight new article forgotten-pin --from-cluster pin-forgot-unlock',
      'With what tickets say as its symptoms',
    ],
    ['npx runlight new check quote-age', 'Start checks/quote-age.ts'],
    ['npx runlight new tree quote-missing', 'Start src/content/trees/quote-missing.yaml'],
    ['npx runlight new macro quote-missing', 'Start a text for users, in every language'],
  ],
  async run({ options, operands }) {
    const [kind = '', name = '', ...rest] = operands;
    const template = kinds.find((known) => known === kind);
    if (!template)
      throw new UsageError(
        kind === ''
          ? `Say what to start: \`npx runlight new ${kinds.join('|')} NAME\`.`
          : `There is no template \`${kind}\`.${suggest(kind, kinds)}`,
      );
    const form = await formOf(template, options['from-cluster']);
    if (rest.length > 0 || !form.pattern.test(name))
      throw new UsageError(`\`${[name, ...rest].join(' ')}\` is no name for a ${template}; expected ${form.expected}.`);
    const { project, environment } = await openProject(options);
    const has = (path: string): boolean => existsSync(join(project.root, path));
    const facts: TemplateFacts = {
      name,
      today: new Date().toISOString().slice(0, 10),
      team: project.config.teams[0] ?? 'support-ops',
      target: targetToBeginWith(project.environments.get(environment) ?? {}),
      block: blockToBeginWith(project),
      escalation: project.escalation,
      topics: project.topics.map(({ id }) => id),
      locales: Object.keys(project.config.locales),
      has,
    };
    const files = form.files(facts);
    const twin = [...files.map(({ path }) => path), ...form.twins(name)].find(has);
    if (twin !== undefined) throw new UsageError(`\`${twin}\` exists already; nothing was changed.`);
    const paths = files.map(({ path }) => path);
    const next = form.next(facts, paths[0] ?? '');
    for (const { path, text } of files) {
      await mkdir(dirname(join(project.root, path)), { recursive: true });
      await writeFile(join(project.root, path), text, { flag: 'wx' });
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ files: paths, next })}\n`
        : `${paths.map((path) => `Started ${path}\n`).join('')}\nNext:\n${next.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`,
    );
    return 0;
  },
});

async function formOf(kind: TemplateKind, cluster: string | undefined): Promise<Template> {
  if (cluster === undefined) return templates[kind];
  if (kind !== 'article') throw new UsageError(`\`--from-cluster\` starts an article, and no ${kind}.`);
  const [{ readCluster }, { articleFromCluster }] = await Promise.all([
    import('./cli/deflect/kept-clusters.ts'),
    import('./templates/article-from-cluster.ts'),
  ]);
  return articleFromCluster(await readCluster(cluster));
}

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

/** A block for the example check of a tree: of a runbook, where there is one. */
function blockToBeginWith(project: Project): TemplateFacts['block'] {
  const able = allBlocks(project).filter(({ block }) => block.ask.length === 0);
  const found = able.find(({ page }) => page.frontmatter.audience === 'internal') ?? able[0];
  return found ? { id: found.block.id, page: found.page.id } : null;
}
