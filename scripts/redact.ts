import { defineCommand, UsageError } from './cli/define-command.ts';
import { treeAround } from './cli/tree-around.ts';

export default defineCommand({
  name: 'redact',
  summary: 'Takes secrets out of a text: recovery phrases, keys, cards, tokens, addresses of people',
  operands: '[FILE]',
  options: {
    json: { type: 'boolean', help: 'Print { text, removed: [{ kind, count }] } as JSON' },
  },
  examples: [
    ['npx runlight redact ticket.txt', 'Print what may be passed on'],
    ['pbpaste | npx runlight redact | pbcopy', 'Clean what was copied before it is pasted into a ticket'],
    [
      'npx runlight redact app.log > clean.log',
      'A large file is read in parts; exit code 1: a phrase or key was in it',
    ],
    ['npx runlight redact --json < ticket.txt', 'Say how many of what were removed, never what they were'],
  ],
  async run({ options, operands }) {
    if (operands.length > 1) throw new UsageError('`redact` takes one file, or standard input without one.');
    const [{ redactFile }, { declaredIn }, { describeGrave }] = await Promise.all([
      import('./cli/redact-file.ts'),
      import('./cli/declared-in.ts'),
      import('../src/redact/describe-grave.ts'),
    ]);
    const root = options.root ?? treeAround();
    const secrets = root === null ? {} : await declaredIn(root, options.env, process.env);
    const removed = await redactFile(operands[0] ?? null, { secrets, json: options.json });
    const warning = describeGrave(removed);
    if (warning === null) return 0;
    process.stderr.write(`${warning}\n`);
    return 1;
  },
});
