import type { Layer } from './layer.ts';
import type { Prover } from './proof.ts';
import type { Reason } from './reason.ts';
import type { Verdict } from './verdict.ts';

/** How a block stands: its last verdict while that is fresh, `stale` after, `never` before any run. */
export const blockStates = ['fail', 'error', 'warn', 'stale', 'never', 'skip', 'pass'] as const;
export type BlockState = (typeof blockStates)[number];

/** What is known of one block without running anything. Keys are always there. */
export interface BlockStatus {
  /** `<page id>#<id>`. */
  block: string;
  title: string;
  /** Its page's file, from the root. */
  page: string;
  layer: Layer | null;
  target: string | null;
  journeys: string[];
  state: BlockState;
  /** Of the last run; also where it is stale. */
  verdict: Verdict | null;
  reason: Reason | null;
  /** ISO 8601, UTC. */
  provenAt: string | null;
  ageMs: number | null;
  freshForMs: number;
  environment: string;
  by: Prover | null;
}
