import type { Budget } from './budget.ts';
import type { Layer } from './layer.ts';
import type { OutcomeLabel, Row } from './page.ts';
import type { ReadingSpec } from './reading.ts';
import type { Reason } from './reason.ts';

/**
 * A check block made ready to run in one environment: target, layer and provider looked up,
 * parameters filled. Plain data: it crosses to worker threads as it is.
 */
export interface PlannedBlock {
  /** `<page id>#<id>`. */
  block: string;
  title: string;
  check: string;
  /** Absolute path of the check's file. */
  checkFile: string;
  /** Absolute path of the tree: files that parameters name are below it. */
  root: string;
  page: { file: string; line: number; column: number; url: string };
  layer: Layer | null;
  provider: string | null;
  journeys: string[];
  /** Name of the main target, where the check has one. */
  target: string | null;
  /** As written, asked ones filled from `--param` or the page's examples. */
  params: Record<string, string>;
  rows: Row[];
  /** Filled with a person's own value, other than the page's example: what comes of it proves nothing of the block. */
  ownInput: boolean;
  /** Of the readings that rows name (a JSON pointer's is `{ type: 'any' }`). */
  readings: Record<string, ReadingSpec>;
  outcomes: Partial<Record<OutcomeLabel, string>>;
  /** Milliseconds that a proof stays fresh. */
  freshFor: number;
  isPublic: boolean;
  /** Why it cannot run here, known before the run: its result is this, and nothing is asked. */
  problem: Reason | null;
}

/** A target of the environment, with its address. */
export interface ResolvedTarget {
  name: string;
  /** `{secret:NAME}` is still in it; it is replaced where the request is made. */
  url: string;
  headers: Record<string, string | { secret: string; prefix: string }>;
  peers: string[];
  /** How often it may be asked; `null` is without limit. */
  budget: Budget | null;
  /** PEM file of an authority to trust beside the system's, or `null`. */
  caFile: string | null;
  /** Environment variables that address and headers need. */
  secrets: string[];
}
