import type { Labels } from './metrics.ts';

export interface Matcher {
  label: string;
  holds(value: string): boolean;
}

/** A PromQL expression, as far as the lab's Prometheus knows the language. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'selector'; matchers: Matcher[] /** Seconds, of a range. */; range: number | null }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'aggregate'; op: string; by: string[]; isWithout: boolean; of: Expression }
  | { kind: 'binary'; op: string; bool: boolean; left: Expression; right: Expression };

export interface Sample {
  labels: Labels;
  value: number;
  /** Seconds since 1970; of something computed, when it was. */
  at: number;
}

export interface Range {
  labels: Labels;
  /** Oldest first. */
  points: readonly [at: number, value: number][];
}

/** What an expression gives. */
export type Result =
  | { type: 'scalar'; value: number }
  | { type: 'vector'; samples: Sample[] }
  | { type: 'matrix'; ranges: Range[] };
