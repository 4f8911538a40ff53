import type { PacketCheck } from '../schemas/packet.ts';
import type { Prover } from '../schemas/proof.ts';
import type { Result } from '../schemas/report.ts';

/** A block's result as a packet tells it. `own`: it was run with the case's own value. */
export function packetCheckOf(result: Result, { by, own }: { by: Prover; own: boolean }): PacketCheck {
  const { block, title, check, target, verdict, reason, readings, startedAt, durationMs } = result;
  const provenAt = new Date(Date.parse(startedAt) + durationMs).toISOString();
  return { block, title, check, target, verdict, reason, readings, startedAt, provenAt, by, own };
}
