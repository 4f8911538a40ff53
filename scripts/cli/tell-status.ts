import type { Project } from '../../src/project/load.ts';
import { statusTree } from '../../src/project/status-tree.ts';
import { publishStatus } from '../../src/reporters/publish-status.ts';
import type { PublicStatus } from '../../src/schemas/public-status.ts';

/**
 * Tells the sites in `dir` what users may know now, from the files of the tree. Where a record of an incident cannot be
 * read they keep what they were told, and the command says so, with `null`: an issue that is open would else be over.
 */
export async function tellStatus(dir: string, project: Project): Promise<PublicStatus | null> {
  const { unread, ...tree } = await statusTree(project);
  if (unread.length === 0) return publishStatus(dir, tree);
  for (const path of unread)
    process.stderr.write(`\`${path}\` cannot be read: the sites keep what they were told of incidents and journeys.\n`);
  return null;
}
