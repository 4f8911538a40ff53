import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PacketFacts } from '../schemas/packet.ts';
import { changedFiles } from './changed-files.ts';
import { headCommit } from './head-commit.ts';
import type { Project } from './load.ts';

/**
 * What a packet says of the tree that it is made in: the commit, what differs from it, the SHA-256 of the
 * files of `checks` (by id; all that are loaded, where it is not given), and the dashboards of an
 * environment's targets. Read anew each time: files change under a server.
 */
export async function packetFacts(
  project: Pick<Project, 'root' | 'registry' | 'environments'>,
  environment: string | null,
  checks: Iterable<string> = project.registry.keys(),
): Promise<PacketFacts> {
  const [commit, changed, hashes] = await Promise.all([
    headCommit(project.root),
    changedFiles(project.root),
    Promise.all([...new Set(checks)].map(async (id) => [id, await hashOf(project.registry.get(id)?.file)] as const)),
  ]);
  const targets = environment === null ? {} : (project.environments.get(environment) ?? {});
  return {
    commit,
    changed: commit === null ? [] : changed,
    checkHashes: Object.fromEntries(hashes.flatMap(([id, hash]) => (hash === null ? [] : [[id, hash]]))),
    dashboards: Object.fromEntries(
      Object.entries(targets).flatMap(([name, { dashboard }]) => (dashboard === undefined ? [] : [[name, dashboard]])),
    ),
  };
}

async function hashOf(file: string | undefined): Promise<string | null> {
  const bytes = file === undefined ? null : await readFile(file).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}
