/** The words that the rest of Runlight uses to speak about the lab. `world.ts` exports them again. */
import { z } from 'zod';

export interface FaultInfo {
  /** The service's name, a dot and the fault's name: `bsc-rpc.stale-head`. */
  id: string;
  /** What a client sees, as a sentence. */
  summary: string;
}

export interface ServiceInfo {
  name: string;
  protocol: string;
  faults: FaultInfo[];
}

/** What another process must know to use a running lab. It holds the control token: keep it private. */
export const worldStateSchema = z.strictObject({
  /** The process that holds the lab. */
  pid: z.int().positive(),
  /** The control endpoint, its secret token included. */
  controlUrl: z.url(),
  /** ISO 8601, UTC. */
  startedAt: z.iso.datetime(),
  /** By service name; `values` are the named values that pages use as `lab:NAME`. */
  services: z.record(z.string(), z.strictObject({ url: z.url(), values: z.record(z.string(), z.string()) })),
  /** The lab's certificate authority as a PEM file, `null` when no service speaks TLS. */
  caFile: z.string().nullable(),
});

export type WorldState = z.infer<typeof worldStateSchema>;

export interface World {
  readonly state: WorldState;
  /**
   * Sets a fault. Of several faults of one kind on one service the last one wins; faults of different
   * kinds combine. Throws LabError, with the nearest right name, for an unknown service or fault.
   */
  break(faultId: string): Promise<void>;
  /** Takes a fault back; without an argument, all of them. A fault that is not set is no error. */
  mend(faultId?: string): Promise<void>;
  /** The ids of the faults that are set, in the order in which they were set. */
  broken(): string[];
  /** Ends everything that the world started and removes its temporary folder. Idempotent. */
  stop(): Promise<void>;
}
