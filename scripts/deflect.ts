import { type Mappable, mappable } from '../src/deflect/detect-shape.ts';
import { suggest } from '../src/text/nearest.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';

export default defineCommand({
  name: 'deflect',
  summary: 'Reads a ticket export: what articles answer, what none does, and what surges',
  operands: 'FILE',
  options: {
    json: { type: 'boolean', help: 'Print everything as JSON' },
    html: { type: 'string', value: 'FILE', help: 'Write a report with charts: one file, to be opened or printed' },
    clusters: { type: 'string', value: 'DIR', help: 'Write a file of each cluster, for `new article --from-cluster`' },
    confidence: {
      type: 'string',
      value: 'N',
      help: 'From which confidence on an article answers, 0 to 1 (default: 0.8)',
    },
    examples: { type: 'string', value: 'N', help: 'Examples of each cluster, redacted (default: 3; 0: none)' },
    map: { type: 'string', value: 'PART=NAME', multiple: true, help: `Where a part stands: ${mappable.join(', ')}` },
  },
  examples: [
    ['npx runlight deflect tickets.csv', 'Zendesk, Freshdesk, Intercom or Help Scout: told by its columns'],
    ['npx runlight deflect tickets.jsonl --html report.html', 'A report with charts to pass on'],
    ['npx runlight deflect chats.csv --map body=text --map created=when', 'Any other export'],
    ['npx runlight deflect tickets.csv --examples 0', 'Not a sentence of any ticket, redacted or not'],
    ['npx runlight new article forgotten-pin --from-cluster pin-forgot-unlock', 'Start the article that is missing'],
  ],
  async run({ options, operands, signal }) {
    const [file, ...rest] = operands;
    if (file === undefined || rest.length > 0) throw new UsageError('`deflect` takes one file: a ticket export.');
    const map = mapFrom(options.map);
    const confidence = numberFrom('confidence', options.confidence, { most: 1, whole: false });
    const examples = numberFrom('examples', options.examples, { most: 20, whole: true });
    const [{ openExport }, { openProject }, { readArticles }, { deflectFile }, { defaultConfidence }] =
      await Promise.all([
        import('./cli/deflect/open-export.ts'),
        import('./cli/open-project.ts'),
        import('./cli/deflect/read-articles.ts'),
        import('./cli/deflect/deflect-file.ts'),
        import('../src/deflect/confidence.ts'),
      ]);
    const source = await openExport(file, map);
    if (source === null) return nothing(`\`${file}\` is empty: no tickets, nothing to say.`);
    const { project } = await openProject(options);
    const [{ createProgress }, { writeDeflection }, articles] = await Promise.all([
      import('./cli/deflect/progress.ts'),
      import('./cli/deflect/write-deflection.ts'),
      readArticles(project),
    ]);
    const progress = createProgress(source.file.size);
    const report = await deflectFile(source, {
      articles,
      locale: Object.keys(project.config.locales)[0] ?? 'en',
      confidence: confidence ?? defaultConfidence,
      examples: examples ?? 3,
      signal,
      onProgress: progress.show,
    }).finally(progress.end);
    if (source.file.encoding === 'windows-1252')
      process.stderr.write(`\`${file}\` is no UTF-8; it was read as Windows-1252, as spreadsheets write it.\n`);
    await writeDeflection(report, options);
    if (report.counts.tickets > 0) return 0;
    return nothing(`\`${file}\` has no ticket that can be read.`);
  },
});

function nothing(why: string): number {
  process.stderr.write(`${why}\n`);
  return 3;
}

function mapFrom(given: readonly string[]): Map<Mappable, string> {
  return new Map(
    given.map((each) => {
      const [part = '', name = ''] = [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)];
      const known = mappable.find((one) => one === part);
      if (!each.includes('=') || name === '')
        throw new UsageError(`\`--map ${each}\`: expected \`PART=NAME\`, such as \`--map subject=Title\`.`);
      if (!known) throw new UsageError(`\`--map ${each}\`: there is no part \`${part}\`.${suggest(part, mappable)}`);
      return [known, name] as const;
    }),
  );
}

function numberFrom(
  name: string,
  given: string | undefined,
  { most, whole }: { most: number; whole: boolean },
): number | null {
  if (given === undefined) return null;
  const value = Number(given);
  if (!/^\d+(?:\.\d+)?$/.test(given) || value > most || (whole && !Number.isInteger(value)))
    throw new UsageError(
      `\`--${name} ${given}\`: expected ${whole ? 'a whole number' : 'a number'} from 0 to ${most}.`,
    );
  return value;
}
