import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatDiagnostic } from '../src/schemas/diagnostic.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { rootFrom } from './cli/open-project.ts';

export default defineCommand({
  name: 'lint',
  summary: 'Finds every mistake in pages, checks, targets and providers',
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
    const { listServices } = await import('../lab/services.ts');
    const project = await loadProject({
      root: rootFrom(options.root),
      services: listServices().map(({ name }) => name),
    });
    const wanted = (path: string): boolean =>
      operands.length === 0 ||
      operands.some((operand) => `${path}/`.startsWith(`${operand.replace(/^\.\//, '').replace(/\/$/, '')}/`));
    const nowhere = operands.find((operand) => !existsSync(resolve(project.root, operand)));
    if (nowhere !== undefined) throw new UsageError(`There is nothing at \`${nowhere}\` below \`${project.root}\`.`);
    const diagnostics = project.diagnostics.filter(({ path }) => wanted(path));
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
