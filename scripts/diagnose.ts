import { suggest } from '../src/text/nearest.ts';
import { withHashes } from './cli/case-hashes.ts';
import { checkDefaults, checkOptions } from './cli/check-options.ts';
import { defineCommand, UsageError } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import { caseOptions } from './cli/packet-options.ts';
import { packetSigner } from './cli/packet-signer.ts';
import { printJourney, printJourneys } from './cli/print-journeys.ts';
import { printMistakes } from './cli/print-mistakes.ts';
import { readCase } from './cli/read-case.ts';
import { parseRunOptions } from './cli/run-options.ts';

const { param, timeout, retries, break: breaks } = checkOptions;

export default defineCommand({
  name: 'diagnose',
  summary: 'Runs the checks of a journey and names the part, and the layer, at fault',
  operands: 'JOURNEY',
  options: {
    list: { type: 'boolean', help: 'List the journeys, or the parts of one; run nothing' },
    param,
    timeout,
    retries,
    break: breaks,
    ...caseOptions,
    json: {
      type: 'boolean',
      help: 'Print { journey, answer, faults, consequences, unknown, states } as JSON',
    },
  },
  examples: [
    ['npx runlight diagnose swap', 'Exit code 1: a fault was found; 3: not enough is known; 0: all is well'],
    ['npx runlight diagnose --list', 'Which journeys there are'],
    ['npx runlight diagnose buy --list', 'What a journey depends on, and what checks it'],
    ['npx runlight diagnose swap --break swap-api.no-liquidity', 'Break the lab on purpose, and see it found'],
    [
      'npx runlight diagnose send --env production --json',
      'For a script: { part, layer, reason, evidence } of each fault',
    ],
    ['npx runlight diagnose swap --packet swap.md --case case.yaml', 'And write the packet that hands it on'],
  ],
  async run({ options, operands: [id, ...others], signal }) {
    const given = await readCase(options);
    const signer = given.file === null ? null : packetSigner(process.env);
    const run = parseRunOptions({ ...checkDefaults, ...options });
    if (others.length > 0) throw new UsageError(`Expected one journey; \`${others[0]}\` is one too many.`);
    const { project, environment } = await openProject({ ...options, journeys: 'all' });
    const { journeys } = project;
    if (id === undefined && options.list) return printJourneys(journeys, options.json);
    const known = [...journeys.keys()];
    if (id === undefined)
      throw new UsageError(`Which journey?${known.length === 0 ? '' : ` Known: ${known.join(', ')}.`}`);
    const journey = journeys.get(id);
    const wrong = project.diagnostics.filter(
      ({ path, severity }) => severity === 'error' && path.replace(/\.ya?ml$/, '').endsWith(`journeys/${id}`),
    );
    if (wrong.length > 0) return printMistakes(wrong);
    if (!journey) throw new UsageError(`There is no journey \`${id}\`.${suggest(id, known)}`);
    if (options.list) return printJourney(id, journey, options.json);
    const { diagnoseJourney } = await import('./cli/diagnose-journey.ts');
    const found = await diagnoseJourney({ project, environment, journey, run, breaks: options.break, signal });
    if ('errors' in found) return printMistakes(found.errors);
    const { diagnosis, checks, hashes } = found;
    if (signal.aborted) process.stderr.write('Interrupted: what was not run is not known.\n');
    if (options.json) {
      process.stdout.write(`${JSON.stringify({ journey: id, environment, ...diagnosis }, null, 2)}\n`);
    } else {
      const [{ diagnosisLines }, { createPaint }, { inert }] = await Promise.all([
        import('../src/reporters/terminal/diagnosis-lines.ts'),
        import('../src/reporters/terminal/paint.ts'),
        import('../src/text/inert.ts'),
      ]);
      const paint = createPaint(process.stdout.isTTY === true && !process.env.NO_COLOR);
      const width = Math.max(40, Math.min(process.stdout.columns ?? 80, 80));
      const lines = diagnosisLines({ journey, diagnosis, environment, paint, width });
      process.stdout.write(lines.map((line) => `${inert(line)}\n`).join(''));
    }
    if (given.file !== null) {
      const { handOn } = await import('./cli/hand-on.ts');
      await handOn(
        {
          from: { kind: 'diagnosis', id },
          environment,
          facts: withHashes(given.facts, hashes),
          severity: given.severity,
          path: [],
          outcome: null,
          diagnosis,
          checks,
        },
        { project, signer, file: given.file, mayAsk: !options.json && !signal.aborted },
      );
    }
    return { fault: 1, 'not-enough-known': 3, well: 0 }[diagnosis.answer];
  },
});
