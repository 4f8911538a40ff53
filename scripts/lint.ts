import { serviceNames } from '../lab/service-names.ts';
import { formatDiagnostic } from '../src/schemas/diagnostic.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { declareSecretsOf, rootFrom } from './cli/open-project.ts';
import { treePath } from './cli/tree-path.ts';

export default defineCommand({
  name: 'lint',
  summary: 'Finds every mistake in pages, checks, targets, providers, journeys, trees, macros and incidents',
  operands: '[path…]',
  options: {
    strict: { type: 'boolean', help: 'Let warnings fail, too' },
    json: { type: 'boolean', help: 'Print { diagnostics, summary } as JSON' },
  },
  examples: [
    ['npx runlight lint', 'Lint the whole tree'],
    ['npx runlight lint runbooks/swaps', 'Show only what stands below a path'],
    ['npx runlight lint --json', 'For an editor or a script'],
  ],
  async run({ options, operands }) {
    const { loadProject } = await import('../src/project/load.ts');
    const project = await loadProject({
      root: rootFrom(options.root),
      services: serviceNames(),
    });
    declareSecretsOf(project);
    const paths = operands.map((operand) => {
      const path = treePath(project.root, operand);
      if (path === null) throw new UsageError(`There is nothing at \`${operand}\` in the tree \`${project.root}\`.`);
      return path;
    });
    const wanted = (path: string): boolean =>
      paths.length === 0 || paths.some((prefix) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`));
    const { judgeIncidents } = await import('../src/leaks/judge-incidents.ts');
    const diagnostics = [...project.diagnostics, ...(await judgeIncidents(project))].filter(({ path }) => wanted(path));
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const blocks = project.pages.reduce((sum, page) => sum + page.blocks.length, 0);
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify({ diagnostics, summary: { pages: project.pages.length, blocks, errors, warnings } }, null, 2)}\n`,
      );
    } else {
      process.stdout.write(diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join(''));
      process.stderr.write(
        `${project.pages.length} pages, ${blocks} check blocks: ${errors} errors, ${warnings} warnings.\n`,
      );
    }
    return errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
  },
});
