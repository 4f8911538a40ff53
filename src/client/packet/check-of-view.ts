import type { PacketCheck } from '../../schemas/packet.ts';
import type { PacketBlock } from '../../schemas/packet-page.ts';
import type { BlockView } from '../live/block-view.ts';

/** A block's last result as a packet tells it; `null` where it has none. */
export function checkOfView(block: string, about: PacketBlock, view: BlockView | undefined): PacketCheck | null {
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
