import type { PacketSource } from '../../schemas/case-facts.ts';

/** What a packet is made from, as an address says it. */
export interface PacketAddress {
  kind: PacketSource;
  /** Id of the tree, the journey or the page. */
  id: string;
  /** The answers of a walk, as `writeWalk` writes them; `null` where the address has none. */
  walk: string | null;
}

const keys: Readonly<Record<PacketSource, string>> = { triage: 'tree', diagnosis: 'journey', page: 'page' };

/** Reads `?tree=ID&walk=…`, `?journey=ID` or `?page=ID`; `null` where an address has none of them. */
export function readPacketAddress(search: string): PacketAddress | null {
  const params = new URLSearchParams(search);
  for (const [kind, key] of Object.entries(keys) as [PacketSource, string][]) {
    const id = params.get(key);
    if (id) return { kind, id, walk: kind === 'triage' ? params.get('walk') : null };
  }
  return null;
}

/** Where the packet of something is made; what comes behind the page's own address. */
export const packetSearch = (kind: PacketSource, id: string): string => `?${new URLSearchParams({ [keys[kind]]: id })}`;
