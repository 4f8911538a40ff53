import { folders } from '../project/folders.ts';
import type { PacketPage, PacketPageData } from '../schemas/packet-page.ts';
import type { SiteData } from './site-data.ts';
import type { TriageData } from './triage-data.ts';

/** What the packet's page needs to know. A translation's blocks are its source's, and stand there. */
export function packetData(site: SiteData, { packet, escalation, trees }: TriageData): PacketPageData {
  const pages = Object.entries(site.pages).flatMap(([id, { title, sourceId, internal }]): [string, PacketPage][] => {
    const blocks = Object.entries(internal?.blocks ?? {});
    if (sourceId !== null || !internal || blocks.length === 0) return [];
    const its = blocks.map(([block, about]) => {
      const { title: name, check, target, asks } = about;
      return [block, { title: name, check, target, asks }] as const;
    });
    return [[id, { title, path: internal.path, blocks: Object.fromEntries(its) }]];
  });
  return {
    facts: packet,
    escalation,
    pages: Object.fromEntries(pages),
    trees,
    folders: { trees: folders.trees, journeys: folders.journeys },
  };
}
