import type { PacketCheck } from '../../schemas/packet.ts';
import type { PacketBlock, PacketPageData } from '../../schemas/packet-page.ts';
import type { BlockView } from '../live/block-view.ts';
import type { Live } from '../live.ts';

/** A block's last result as a packet tells it; `null` where it has none. */
export function checkOfView(
  block: string,
  about: Omit<PacketBlock, 'asks'>,
  view: BlockView | undefined,
): PacketCheck | null {
  if (!view?.result) return null;
  const { verdict, reason, readings, provenAt, durationMs, from } = view.result;
  return {
    block,
    title: about.title,
    check: about.check,
    target: about.target,
    verdict,
    reason,
    readings,
    startedAt: new Date(provenAt - (durationMs ?? 0)).toISOString(),
    provenAt: new Date(provenAt).toISOString(),
    by: from?.by ?? 'server',
    own: false,
  };
}

/** The last results of blocks of any pages, each once; those without a result are left out. */
export function checksOf(
  blocks: Iterable<string>,
  { pages }: Pick<PacketPageData, 'pages'>,
  live: Live,
): PacketCheck[] {
  return [...new Set(blocks)].flatMap((block) => {
    const view = live.blocks.get(block);
    // A check that a tree holds itself is on no page: the server knows it.
    const about = pages[block.split('#')[0] ?? '']?.blocks[block] ?? view?.info;
    return (about && checkOfView(block, about, view)) ?? [];
  });
}
