import type { MessagePort } from 'node:worker_threads';
import type { PlannedBlock, ResolvedTarget } from '../schemas/planned-block.ts';
import type { Reason } from '../schemas/reason.ts';
import type { Evidence, ReadingResult } from '../schemas/report.ts';
import type { Verdict } from '../schemas/verdict.ts';

/** One attempt of one block, as it crosses to a thread. */
export interface Job {
  planned: Pick<PlannedBlock, 'block' | 'check' | 'checkFile' | 'root' | 'target' | 'params' | 'rows' | 'readings'>;
  /** The targets that its parameters name, and their peers. */
  targets: ResolvedTarget[];
  /** Values of the secrets that these targets need, where they are set. */
  secrets: Record<string, string>;
  /** What child processes get of our environment. */
  shell: { path: string; lang: string };
  timeoutMs: number;
}

/** What one attempt came to. All texts are safe to show. */
export interface Outcome {
  verdict: Verdict;
  reason: Reason | null;
  readings: ReadingResult[];
  evidence: Evidence[];
  startedAt: string;
  durationMs: number;
}

export type ToThread =
  | { type: 'attempt'; id: number; job: Job }
  | { type: 'secrets'; id: number; values: Record<string, string> }
  /** Answers `spends`: 0, or the milliseconds until the target may be asked. */
  | { type: 'may'; id: number; ask: number; waitMs: number }
  | { type: 'cancel'; id: number };

export type FromThread =
  /** The check declares secrets; the thread has none of its own. */
  | { type: 'wants'; id: number; names: readonly string[] }
  /** A request to a target that has a budget. */
  | { type: 'spends'; id: number; ask: number; target: string }
  /** What must be cleaned up if the thread cannot do it. */
  | { type: 'holds'; id: number; child: number | null; folder: string | null }
  /** `idle: false`: the check goes on in the background, ignoring its signal. */
  | { type: 'done'; id: number; outcome: Outcome; idle: boolean }
  /** A check that went on in the background has ended after all. */
  | { type: 'settled'; id: number };

/** What a thread starts with. */
export interface ThreadData {
  /** Carries all messages. Checks cannot reach it, as they can the thread's own. */
  port: MessagePort;
  /** Cells of shared memory: see `cells`. */
  shared: SharedArrayBuffer;
  /** How the marks of what its checks start begin: see `newMarkPrefix`. */
  prefix: string;
  compileCache: string | null;
}

/** `beats` counts up while the thread's event loop turns; `current` is the attempt that ran last. */
export const cells = { beats: 0, current: 1 } as const;
export const beatEveryMs = 100;
