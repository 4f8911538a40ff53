import type { PacketCheck } from '../../schemas/packet.ts';
import { isPacketCheck } from './is-packet-check.ts';

// What a reader's own values came to on a page, kept in the tab for the packet of that page. The values
// themselves are not in it, and all of it was redacted before it came here.

const keyOf = (page: string): string => `runlight-own-${page}`;

/** By block. */
export function readOwnChecks(page: string): ReadonlyMap<string, PacketCheck> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(page)) ?? '[]');
    return new Map((Array.isArray(kept) ? kept.filter(isPacketCheck) : []).map((check) => [check.block, check]));
  } catch {
    return new Map();
  }
}

/** Keeps what a block came to, in the place of what it came to before; `null` lets go of it. */
export function keepOwnCheck(block: string, check: PacketCheck | null): void {
  const [page = ''] = block.split('#');
  const checks = new Map(readOwnChecks(page));
  if (check) checks.set(block, check);
  else if (!checks.delete(block)) return;
  try {
    sessionStorage.setItem(keyOf(page), JSON.stringify([...checks.values()]));
  } catch {
    // Nothing is kept then: the packet says that the block is missing.
  }
}
