import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { redactJson } from '../redact/redact-json.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { type Proof, type Prover, proofOf, provenAt, replaces } from '../schemas/proof.ts';
import {
  type InternalResults,
  internalResultsSchema,
  type PublicResults,
  publicResultsSchema,
  toPublicVerdict,
} from '../schemas/published.ts';
import type { Report, Result } from '../schemas/report.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes `<dir>/internal/results.json` and `<dir>/public/results.json`, what the two sites show
 * beside their blocks. A run of some blocks leaves the others' earlier results of the same environment
 * as they are: each has its own age. So does a report that is published late: what was proven after it
 * stays. Both files are validated before either is written, and a reader sees the old
 * file or the new one, never a part.
 * Throws when a result's block was not planned, or the file system refuses.
 */
export async function publishResults(
  dir: string,
  report: Report,
  planned: readonly PlannedBlock[],
  options: {
    publishedAt: string;
    by: Prover;
    known?: ReadonlyMap<string, { isPublic: boolean }>;
    /** Those that the tree declares: they are not in what was published earlier, either. */
    secrets?: DeclaredSecrets | null;
  },
): Promise<void> {
  const blocks = new Map(planned.map((block) => [block.block, block]));
  const pairs = report.results.map((result) => {
    const block = blocks.get(result.block);
    if (!block)
      throw new Error(`The report has a result for \`${result.block}\`, which was not planned; nothing was published.`);
    return { result, block };
  });
  const { environment } = report.run;
  const proof = (result: Result, { freshFor }: PlannedBlock): Proof =>
    proofOf(result, { freshFor, environment, by: options.by });
  const earlier = await earlierResults(dir, environment, options);
  // A person's own value proves nothing of the block, and what was skipped takes no proof's place.
  const taken = pairs.filter(
    ({ result, block }) => !block.ownInput && replaces(proof(result, block), earlier.internal[block.block] ?? null),
  );
  const internal = internalResultsSchema.parse({
    version: 1,
    publishedAt: options.publishedAt,
    environment,
    blocks: {
      ...earlier.internal,
      ...Object.fromEntries(taken.map(({ result, block }) => [result.block, proof(result, block)])),
    },
  } satisfies InternalResults);
  const published = publicResultsSchema.parse({
    version: 1,
    publishedAt: options.publishedAt,
    blocks: {
      ...earlier.published,
      ...Object.fromEntries(
        taken.filter(({ block }) => block.isPublic).map(({ result }) => [result.block, publicEntry(result)]),
      ),
    },
  } satisfies PublicResults);
  await writeWhole(join(dir, 'internal'), 'results.json', internal);
  await writeWhole(join(dir, 'public'), 'results.json', published);
}

/** What was published before of blocks that still exist; nothing of another environment, or of files that cannot be read. */
async function earlierResults(
  dir: string,
  environment: string,
  { known = new Map(), secrets = null }: Parameters<typeof publishResults>[3],
): Promise<{ internal: InternalResults['blocks']; published: PublicResults['blocks'] }> {
  const read = (site: string): Promise<unknown> =>
    readFile(join(dir, site, 'results.json'), 'utf8')
      .then((text) => redactJson(JSON.parse(text) as unknown, { secrets }))
      .catch(() => null);
  const internal = internalResultsSchema.safeParse(await read('internal'));
  const published = publicResultsSchema.safeParse(await read('public'));
  if (!internal.success || internal.data.environment !== environment) return { internal: {}, published: {} };
  const keep = <T>(blocks: Record<string, T>, isWanted: (id: string) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(blocks).filter(([id]) => isWanted(id)));
  return {
    internal: keep(internal.data.blocks, (id) => known.has(id)),
    published: published.success ? keep(published.data.blocks, (id) => known.get(id)?.isPublic === true) : {},
  };
}

/** Named key by key: what is added to a result later does not become public by itself. */
function publicEntry(result: Result): PublicResults['blocks'][string] {
  return { verdict: toPublicVerdict(result.verdict), provenAt: provenAt(result) };
}
