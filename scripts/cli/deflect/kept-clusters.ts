import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type TicketCluster, ticketClusterSchema } from '../../../src/schemas/deflection.ts';
import { suggest } from '../../../src/text/nearest.ts';
import { UsageError } from '../define-command.ts';
import { stateFolder } from '../state-folder.ts';

const file = join(stateFolder, 'deflect', 'clusters.json');

/** Keeps the clusters of the last report, so that an article can be started by a cluster's id. A folder that cannot be written keeps none. */
export async function keepClusters(clusters: readonly TicketCluster[]): Promise<void> {
  try {
    await mkdir(join(stateFolder, 'deflect'), { recursive: true });
    await writeFile(file, JSON.stringify(clusters));
  } catch {
    // `--clusters DIR` is there for who needs them.
  }
}

/** A cluster by its file, or by its id in the last report; wrong use says which there are. */
export async function readCluster(name: string): Promise<TicketCluster> {
  if (/\.json$|[/\\]/.test(name)) {
    const text = await readFile(name, 'utf8').catch(() => null);
    if (text === null) throw new UsageError(`\`--from-cluster ${name}\` is no file that can be read.`);
    const parsed = ticketClusterSchema.safeParse(json(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new UsageError(
      `\`${name}\` is no cluster that \`runlight deflect --clusters DIR\` wrote${issue ? `: ${issue.path.join('.') || 'the whole'}: ${issue.message}` : ''}.`,
    );
  }
  const kept = z.array(ticketClusterSchema).safeParse(json(await readFile(file, 'utf8').catch(() => 'null')));
  if (!kept.success || kept.data.length === 0)
    throw new UsageError(
      `There is no cluster \`${name}\`: run \`npx runlight deflect FILE\` first, or name a file of its \`--clusters DIR\`.`,
    );
  const found = kept.data.find(({ id }) => id === name);
  if (found) return found;
  throw new UsageError(
    `There is no cluster \`${name}\` in the last report.${suggest(
      name,
      kept.data.map(({ id }) => id),
    )}`,
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
