import type { ResolvedTarget } from '../schemas/planned-block.ts';
import type { Connections } from './connections.ts';
import type { RawEvidence } from './seal.ts';

/** What the requests of one attempt have in common. */
export interface HttpContext {
  targets: ReadonlyMap<string, ResolvedTarget>;
  secrets: Readonly<Record<string, string>>;
  /** The attempt's: its timeout, or the run's interruption. */
  signal: AbortSignal;
  timeoutMs: number;
  connections: Connections;
  /** Takes a request from the target's budget: 0, or the milliseconds until one is free. */
  spend(target: ResolvedTarget): Promise<number>;
  /** Told when a request begins and when it is over. */
  pending: { begin(): void; end(): void };
  /** Keeps what came back. `failed` exchanges are evidence in any case. */
  exchange(evidence: () => RawEvidence, failed: boolean): void;
}
