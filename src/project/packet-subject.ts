import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PacketDraft } from '../schemas/packet.ts';
import { suggest } from '../text/nearest.ts';
import { folders } from './folders.ts';
import type { Project } from './load.ts';

/** What a packet is made from: its title, and its file from the root. */
export interface PacketSubject {
  title: string;
  path: string;
}

/** Finds the tree, journey or page that a packet is made from; else why there is none. */
export function packetSubject(
  project: Pick<Project, 'root' | 'trees' | 'journeys' | 'pages'>,
  { kind, id }: PacketDraft['from'],
): PacketSubject | { message: string } {
  const unknown = (what: string, known: Iterable<string>) => ({
    message: `There is no ${what} \`${id.slice(0, 200)}\`.${suggest(id.slice(0, 200), [...known])}`,
  });
  switch (kind) {
    case 'triage': {
      const tree = project.trees.get(id);
      return tree
        ? { title: tree.title, path: yaml(project.root, folders.trees, id) }
        : unknown('tree', project.trees.keys());
    }
    case 'diagnosis': {
      const journey = project.journeys.get(id);
      return journey
        ? { title: journey.title, path: yaml(project.root, folders.journeys, id) }
        : unknown('journey', project.journeys.keys());
    }
    case 'page': {
      const page = project.pages.find((each) => each.id === id);
      return page
        ? { title: page.frontmatter.title, path: page.path }
        : unknown(
            'page',
            project.pages.map((each) => each.id),
          );
    }
  }
}

/** Both endings are read. */
function yaml(root: string, folder: string, id: string): string {
  const usual = `${folder}/${id}.yaml`;
  return existsSync(join(root, usual)) ? usual : `${folder}/${id}.yml`;
}
