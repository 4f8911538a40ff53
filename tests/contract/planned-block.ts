import { resolve } from 'node:path';
import { parseExpectation } from '../../src/checks/expectation.ts';
import type { Expectation } from '../../src/schemas/expectation.ts';
import type { Row } from '../../src/schemas/page.ts';
import type { PlannedBlock, ResolvedTarget } from '../../src/schemas/planned-block.ts';
import type { ReadingSpec } from '../../src/schemas/reading.ts';

export const repository = resolve(import.meta.dirname, '../..');

export function expectation(source: string): Expectation {
  const parsed = parseExpectation(source);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.expectation;
}

/** Rows from `{ reading: 'healthy' }` or `{ reading: ['healthy', 'degraded'] }`. */
export function rowsOf(table: Readonly<Record<string, string | [healthy: string, degraded: string]>>): Row[] {
  return Object.entries(table).map(([reading, cells], index) => {
    const [healthy, degraded] = typeof cells === 'string' ? [cells, null] : cells;
    return {
      reading,
      healthy: expectation(healthy),
      degraded: degraded === null ? null : expectation(degraded),
      meaning: null,
      position: { line: index + 5, column: 1 },
    };
  });
}

export interface BlockSketch {
  block?: string;
  /** The id of one of Runlight's own checks. */
  check?: string;
  /** Another check's file. */
  checkFile?: string;
  /** The tree that files are read from; the repository's own. */
  root?: string;
  params?: Record<string, string>;
  rows?: Parameters<typeof rowsOf>[0];
  readings?: Record<string, ReadingSpec>;
  problem?: PlannedBlock['problem'];
}

/** A block as the planner makes it, from the few things that a test is about. */
export function plannedBlock({
  block = 'runbooks/test#one',
  check = 'http-json',
  checkFile,
  root = repository,
  params = { target: 'service' },
  rows = {},
  readings = {},
  problem = null,
}: BlockSketch): PlannedBlock {
  const table = rowsOf(rows);
  return {
    block,
    title: 'It works',
    check,
    checkFile: checkFile ?? resolve(repository, 'checks', `${check}.ts`),
    root,
    page: { file: 'runbooks/test.md', line: 3, column: 1, url: '/runbooks/test/#one' },
    layer: 'api',
    provider: null,
    journeys: [],
    target: params.target ?? null,
    params,
    ownInput: false,
    rows: table,
    readings: Object.fromEntries(
      table.map(({ reading }) => [reading, readings[reading] ?? { type: 'any', summary: '' }]),
    ),
    outcomes: {},
    freshFor: 900_000,
    isPublic: false,
    problem,
  };
}

export function targetAt(url: string, more: Partial<ResolvedTarget> = {}): ResolvedTarget {
  return { name: 'service', url, headers: {}, peers: [], budget: null, caFile: null, secrets: [], ...more };
}
