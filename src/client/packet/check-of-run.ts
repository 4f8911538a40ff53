import type { PacketCheck } from '../../schemas/packet.ts';
import type { Result } from '../../schemas/report.ts';

/** What a run with a person's own value came to, as a packet tells it. */
export function checkOfRun(
  about: Pick<PacketCheck, 'block' | 'title' | 'check' | 'target'>,
  { verdict, reason, readings, startedAt, durationMs }: Result,
): PacketCheck {
  const { block, title, check, target } = about;
  return {
    block,
    title,
    check,
    target,
    verdict,
    reason,
    readings,
    startedAt,
    provenAt: new Date(Date.parse(startedAt) + durationMs).toISOString(),
    by: 'server',
    own: true,
  };
}
