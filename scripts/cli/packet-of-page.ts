import type { Project } from '../../src/project/load.ts';
import type { PacketCheck } from '../../src/schemas/packet.ts';
import type { Block, Page } from '../../src/schemas/page.ts';
import { suggest } from '../../src/text/nearest.ts';
import { caseHashes, withHashes } from './case-hashes.ts';
import { checkDefaults, type checkOptions } from './check-options.ts';
import { checkParams } from './check-params.ts';
import { type CommonValues, type OptionValues, UsageError } from './define-command.ts';
import { handOn } from './hand-on.ts';
import { openProject } from './open-project.ts';
import { packetChecksOf } from './packet-checks-of.ts';
import type { caseOptions } from './packet-options.ts';
import { packetSigner } from './packet-signer.ts';
import { printMistakes } from './print-mistakes.ts';
import { readCase } from './read-case.ts';
import { labFor, type RunCall, runOnce } from './run-blocks.ts';
import { parseRunOptions } from './run-options.ts';
import { treePath } from './tree-path.ts';

type PageOptions = CommonValues &
  OptionValues<typeof caseOptions> &
  Pick<OptionValues<typeof checkOptions>, 'param' | 'timeout' | 'retries' | 'break' | 'json'>;

/** Runs a page's blocks and makes a packet of what they found; prints it where no file is named. */
export async function packetOfPage(wanted: string, options: PageOptions, signal: AbortSignal): Promise<number> {
  const given = await readCase(options);
  const signer = packetSigner(process.env);
  const run = parseRunOptions({ ...checkDefaults, ...options });
  const { project, environment } = await openProject(options);
  const page = pageOf(project, wanted);
  const errors = project.diagnostics.filter(
    ({ severity, path }) => severity === 'error' && (path === page.path || path.startsWith('src/content/targets/')),
  );
  if (errors.length > 0) return printMistakes(errors);
  const blocks = page.blocks.map((block) => ({ page, block }));
  await checkParams(project, blocks, run.params);
  const ofCase = blocks.filter(({ block: { ask } }) => ask.length === 0 || ask.some((name) => name in run.params));
  sayLeftOut(blocks.filter((each) => !ofCase.includes(each)).map(({ block }) => block));
  const checks = await runPage({
    project,
    environment,
    blocks: ofCase,
    run,
    reporters: { create: async () => [], finish: async () => {} },
    breaks: options.break,
    publish: undefined,
    pool: null,
    signal,
    mayBeEmpty: true,
  });
  if (signal.aborted) process.stderr.write('Interrupted: what was not run is not in the packet.\n');
  const { packet, markdown } = await handOn(
    {
      from: { kind: 'page', id: page.id },
      environment,
      facts: withHashes(given.facts, caseHashes(project, blocks, run.params)),
      severity: given.severity ?? page.frontmatter.severity ?? null,
      path: [],
      outcome: null,
      diagnosis: null,
      checks,
    },
    { project, signer, file: given.file, mayAsk: !options.json && !signal.aborted },
  );
  if (options.json) process.stdout.write(`${JSON.stringify(packet, null, 2)}\n`);
  else if (given.file === null) process.stdout.write(markdown);
  return signal.aborted ? 3 : 0;
}

/** The page with this id or path; of a translation its source, which has the blocks. */
function pageOf({ pages, root }: Project, wanted: string): Page {
  const path = treePath(root, wanted);
  const found = pages.find((page) => page.id === wanted || page.path === wanted || page.path === path);
  const page = found?.sourceId == null ? found : pages.find(({ id }) => id === found.sourceId);
  if (page) return page;
  throw new UsageError(
    `There is no page \`${wanted}\`.${suggest(
      wanted,
      pages.map(({ id }) => id),
    )}`,
  );
}

/** What a page's example comes to says nothing of a case, so what asks for a value runs with the case's own alone. */
function sayLeftOut(blocks: readonly Block[]): void {
  for (const { title, ask } of blocks)
    process.stderr.write(
      `Left out, for want of a value of this case: “${title}”. Give it: ${ask.map((name) => `\`--param ${name}=…\``).join(' ')}.\n`,
    );
}

async function runPage(call: RunCall): Promise<PacketCheck[]> {
  if (call.blocks.length === 0) return [];
  const lab = await labFor(call);
  try {
    const { report, planned } = await runOnce(call, lab);
    return packetChecksOf(report, planned);
  } finally {
    await lab?.close();
  }
}
