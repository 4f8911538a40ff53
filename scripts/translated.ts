import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sectionsOfText } from '../src/markdown/sections-of-text.ts';
import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { rootFrom } from './cli/open-project.ts';

export default defineCommand({
  name: 'translated',
  summary: 'Notes that translations are up to date with their sources',
  operands: '[page…]',
  options: {
    all: { type: 'boolean', help: 'Every translation of the tree' },
  },
  examples: [
    ['npx runlight translated es/help/tx-pending', 'After the Spanish page has what changed in the English one'],
    ['npx runlight translated es/help/tx-pending pt-br/help/tx-pending', 'Several at once'],
    [
      'npx runlight translated --all',
      'When a tree is marked for the first time, and all of them are known to be right',
    ],
  ],
  async run({ options, operands }) {
    const { loadProject } = await import('../src/project/load.ts');
    const { root, pages } = await loadProject({ root: rootFrom(options.root), checks: 'used', trees: false });
    const translations = pages.filter(({ sourceId }) => sourceId !== null);
    if (operands.length === 0 && !options.all)
      throw new UsageError('Which translation? Name its page, or say `--all`.');
    const unknown = operands.find(
      (operand) => !translations.some(({ id, path }) => id === operand || path === operand),
    );
    if (unknown !== undefined)
      throw new UsageError(
        `There is no translation \`${unknown}\`.${suggest(
          unknown,
          translations.map(({ id }) => id),
        )}`,
      );
    const wanted = translations.filter(
      ({ id, path }) => options.all || operands.includes(id) || operands.includes(path),
    );
    let written = 0;
    for (const { path, sourceId } of wanted) {
      const source = pages.find(({ id }) => id === sourceId);
      const sections = source && sectionsOfText(source.path, await readFile(join(root, source.path), 'utf8'));
      if (!sections) continue;
      const text = await readFile(join(root, path), 'utf8');
      const marked = withMark(text, sections.map(({ hash }) => hash).join(' '));
      if (marked === text) continue;
      await writeFile(join(root, path), marked);
      written += 1;
      process.stdout.write(`${path}\n`);
    }
    process.stderr.write(`${wanted.length} translations, ${written} written.\n`);
    return 0;
  },
});

/** The front matter with its `translates` set. Quoted: one hash alone may read as a number. */
function withMark(text: string, mark: string): string {
  const [, open = '', head = '', rest = ''] = /^(\ufeff?---\r?\n)(.*?)(^---[ \t]*(?:\r?\n|$).*)$/ms.exec(text) ?? [];
  if (rest === '') return text;
  const line = `translates: "${mark}"`;
  const known = /^translates:.*$/m;
  const end = head.includes('\r\n') ? '\r\n' : '\n';
  return `${open}${known.test(head) ? head.replace(known, line) : `${head}${line}${end}`}${rest}`;
}
