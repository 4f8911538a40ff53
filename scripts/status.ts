import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import { printMistakes } from './cli/print-mistakes.ts';

export default defineCommand({
  name: 'status',
  summary: 'Says how every block stands and how old its proof is, without running anything',
  operands: '[page, folder, block id or glob…]',
  options: {
    all: { type: 'boolean', help: 'List healthy blocks, too' },
    dist: { type: 'string', value: 'DIR', help: 'Where published results are (default: dist)' },
    json: { type: 'boolean', help: 'Print { environment, at, summary, blocks } as JSON' },
  },
  examples: [
    ['npx runlight status', 'What is not healthy, or was not proven lately'],
    ['npx runlight status runbooks/swaps --all', 'Every block of an area'],
    ['npx runlight status --env production --json', 'For a script; exit code 1 when a fresh proof fails'],
  ],
  async run({ options, operands }) {
    const [
      { selectBlocks },
      { planBlocks },
      { blockStatus },
      { openKnownProofs },
      { publishedProofs },
      { subjectOf },
      { declaredOf },
    ] = await Promise.all([
      import('../src/project/select.ts'),
      import('../src/project/plan.ts'),
      import('../src/live/block-status.ts'),
      import('../src/live/known-proofs.ts'),
      import('../src/live/published-proofs.ts'),
      import('../src/live/subject.ts'),
      import('../src/runner/declared-of.ts'),
    ]);
    const { project, environment } = await openProject(options);
    const everything = { tags: [], layers: [], providers: [], journeys: [] };
    const { blocks, errors, unknown } = selectBlocks(project, { patterns: operands, ...everything }, environment);
    if (unknown.length > 0) throw new UsageError(unknown.join('\n'));
    if (errors.length > 0) return printMistakes(errors);
    const secrets = declaredOf(project, process.env);
    await using store = await storeOf(project.root, secrets);
    const published = await publishedProofs(
      join(resolve(options.dist ?? join(project.root, 'dist')), 'internal/results.json'),
      secrets,
    )();
    const known = await openKnownProofs(environment, store, () => published, say);
    const now = new Date();
    const planned = planBlocks(project, blocks, { environment });
    const statuses = blocks.flatMap(({ page, block }, index) => {
      const plan = planned[index];
      const { proof } = known.of(block.id, subjectOf(block));
      return plan ? [blockStatus({ page, planned: plan }, proof, { environment, now: now.getTime() })] : [];
    });
    if (options.json) {
      const { blockStates } = await import('../src/schemas/block-status.ts');
      const count = (state: string): number => statuses.filter((status) => status.state === state).length;
      const summary = { total: statuses.length, ...Object.fromEntries(blockStates.map((s) => [s, count(s)])) };
      process.stdout.write(
        `${JSON.stringify({ environment, at: now.toISOString(), summary, blocks: statuses }, null, 2)}\n`,
      );
    } else {
      const [{ statusLines, statusSummary }, { createPaint }] = await Promise.all([
        import('../src/reporters/terminal/status-lines.ts'),
        import('../src/reporters/terminal/paint.ts'),
      ]);
      const paint = createPaint(process.stdout.isTTY === true && !process.env.NO_COLOR);
      const width = Math.max(40, Math.min(process.stdout.columns ?? 80, 100));
      const lines = [
        ...statusLines(statuses, { paint, width, every: options.all }),
        '',
        ...statusSummary(statuses, environment, paint),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    }
    const has = (...states: string[]): boolean => statuses.some(({ state }) => states.includes(state));
    if (has('fail')) return 1;
    return has('error', 'stale', 'never') || statuses.length === 0 ? 3 : 0;
  },
});

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/** What the server has kept. Looking makes no file. */
async function storeOf(
  root: string,
  secrets: import('../src/redact/declared-secrets.ts').DeclaredSecrets | null,
): Promise<import('../src/store/proof-store.ts').ProofStore> {
  const { dataFile } = await import('./cli/data-file.ts');
  const file = dataFile(root, process.env);
  if (!existsSync(file)) return { all: async () => [], save: async () => {}, [Symbol.asyncDispose]: async () => {} };
  const [{ createProofStore }, { openSqlite }] = await Promise.all([
    import('../src/store/proof-store.ts'),
    import('../src/store/sqlite.ts'),
  ]);
  return createProofStore(await openSqlite(file, secrets), secrets);
}
