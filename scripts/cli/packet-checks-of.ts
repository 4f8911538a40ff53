import { packetCheckOf } from '../../src/packet/packet-check.ts';
import type { PacketCheck } from '../../src/schemas/packet.ts';
import type { PlannedBlock } from '../../src/schemas/planned-block.ts';
import type { Report } from '../../src/schemas/report.ts';

/** A run's results as a packet tells them. */
export function packetChecksOf({ results }: Report, planned: readonly PlannedBlock[]): PacketCheck[] {
  const by = process.env.CI ? 'ci' : 'terminal';
  const own = new Set(planned.filter(({ ownInput }) => ownInput).map(({ block }) => block));
  return results.map((result) => packetCheckOf(result, { by, own: own.has(result.block) }));
}
