import { parseExpectation } from '../checks/expectation.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { type ReasonCode, reasons } from '../schemas/reason.ts';
import { type ReadingResult, type Report, type Result, summarise } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import type { Verdict } from '../schemas/verdict.ts';

/** One invented block and its result: what a test wants to say, with defaults for the rest. */
export interface Example {
  block: string;
  title: string;
  verdict: Verdict;
  code?: ReasonCode;
  message?: string;
  hint?: string;
  line?: number;
  target?: string;
  outcomes?: PlannedBlock['outcomes'];
  readings?: ReadingResult[];
  durationMs?: number;
  attempts?: number;
  isPublic?: boolean;
}

export interface ExampleRun {
  planned: PlannedBlock[];
  report: Report;
  events: RunEvent[];
}

const startedAt = '2026-11-23T03:00:00.000Z';

/** A run of these blocks, whose results come in reverse: reporters must not count on the order. */
export function exampleRun(
  examples: readonly Example[],
  options: { interrupted?: boolean; unfinished?: readonly Example[] } = {},
): ExampleRun {
  const planned = [...examples, ...(options.unfinished ?? [])].map(toPlanned);
  const results = examples.map(toResult);
  const report: Report = {
    version: 1,
    run: {
      id: 'r-1',
      environment: 'lab',
      startedAt,
      endedAt: '2026-11-23T03:00:21.300Z',
      interrupted: options.interrupted ?? false,
      commit: '4f2c1e9a7b',
      shard: null,
    },
    summary: summarise(results),
    results,
  };
  const pairs = results.map((result, index) => ({ result, planned: planned[index] as PlannedBlock }));
  return {
    planned,
    report,
    events: [
      { type: 'start', run: { id: 'r-1', environment: 'lab', startedAt }, blocks: planned },
      ...planned.map(({ block }): RunEvent => ({ type: 'block-start', block })),
      ...pairs.reverse().map((pair): RunEvent => ({ type: 'block-end', ...pair })),
      { type: 'end', report },
    ],
  };
}

export async function* stream(events: readonly RunEvent[]): AsyncGenerator<RunEvent> {
  for (const event of events) yield await Promise.resolve(event);
}

export function reading(
  name: string,
  value: ReadingResult['value'],
  unit: ReadingResult['unit'],
  healthy: string,
  degraded: string | null,
  verdict: Verdict,
): ReadingResult {
  return { name, value, unit, healthy, degraded, verdict };
}

function pageOf({ block, line = 20 }: Example): PlannedBlock['page'] {
  const page = block.slice(0, block.indexOf('#'));
  return {
    file: page.startsWith('runbooks/') ? `${page}.md` : `src/content/docs/${page}.md`,
    line,
    column: 1,
    url: `/${page}/`,
  };
}

function toPlanned(example: Example): PlannedBlock {
  return {
    block: example.block,
    title: example.title,
    check: 'evm-rpc',
    checkFile: '/tree/checks/evm-rpc.ts',
    page: pageOf(example),
    layer: 'provider',
    provider: 'example-node-provider',
    journeys: ['swap'],
    target: example.target ?? null,
    params: {},
    root: '/tree',
    ownInput: false,
    rows: (example.readings ?? []).map(({ name, healthy }, index) => {
      const parsed = parseExpectation(healthy);
      if (!parsed.ok) throw new Error(parsed.message);
      return {
        reading: name,
        healthy: parsed.expectation,
        degraded: null,
        meaning: null,
        position: { line: (example.line ?? 20) + 3 + index, column: 1 },
      };
    }),
    readings: {},
    outcomes: example.outcomes ?? {},
    freshFor: 900_000,
    isPublic: example.isPublic ?? false,
    problem: null,
  };
}

function toResult(example: Example): Result {
  const { block, title, verdict, code, durationMs = 212, attempts = 1 } = example;
  const reason = code
    ? { code, message: example.message ?? reasons[code].meaning, hint: example.hint ?? reasons[code].hint }
    : null;
  return {
    block,
    title,
    check: 'evm-rpc',
    page: pageOf(example),
    layer: 'provider',
    provider: 'example-node-provider',
    journeys: ['swap'],
    target: example.target ?? null,
    params: {},
    verdict,
    reason,
    flaky: verdict === 'pass' && attempts > 1,
    readings: example.readings ?? [],
    evidence: [],
    attempts: Array.from({ length: attempts }, () => ({ startedAt, durationMs, verdict, reason })),
    startedAt,
    durationMs,
  };
}

/** Three pages, nine blocks, one of each misfortune. */
export const nightExamples: readonly Example[] = [
  {
    block: 'runbooks/network/bsc-rpc#bsc-head',
    title: 'BNB Smart Chain keeps up',
    verdict: 'fail',
    code: 'expectation',
    message: 'The newest block is 4 min 10 s old; its peer `bsc-rpc-2` is 83 blocks ahead.',
    line: 24,
    target: 'bsc-rpc',
    outcomes: { Healthy: 'go on with step 3.', Failing: 'switch the RPC provider, then tell #swaps.' },
    readings: [
      reading('chainId', 56, null, '= 56', null, 'pass'),
      reading('blockAge', 250, 's', '< 15 s', '< 60 s', 'fail'),
      reading('lag', 83, 'blocks', '< 5 blocks', '< 20 blocks', 'fail'),
      reading('latency', 912, 'ms', '< 800 ms', '< 3 s', 'warn'),
    ],
  },
  {
    block: 'runbooks/network/bsc-rpc#bsc-second',
    title: 'The second BNB Smart Chain provider keeps up',
    verdict: 'pass',
    line: 41,
    target: 'bsc-rpc-2',
    durationMs: 148,
  },
  {
    block: 'runbooks/network/bsc-rpc#bsc-agrees',
    title: 'Both providers say the same',
    verdict: 'pass',
    line: 55,
    target: 'bsc-rpc',
    attempts: 2,
    durationMs: 1430,
  },
  {
    block: 'runbooks/swaps/swap-failed#quotes',
    title: 'Quotes come back for the pairs that most people swap',
    verdict: 'warn',
    code: 'degraded',
    message: '`latency` is 1.9 s; healthy is < 800 ms.',
    line: 18,
    target: 'wallet-api',
    readings: [
      reading('latency', 1_900, 'ms', '< 800 ms', '< 3 s', 'warn'),
      reading('status', 200, null, '= 200', null, 'pass'),
    ],
  },
  {
    block: 'runbooks/swaps/swap-failed#router',
    title: 'The aggregator routes',
    verdict: 'pass',
    line: 33,
    target: 'wallet-api',
    durationMs: 96,
  },
  {
    block: 'runbooks/swaps/swap-failed#aggregator-key',
    title: 'Our quota at the aggregator is not used up',
    verdict: 'skip',
    code: 'no-secret',
    message: 'The target `aggregator` needs `AGGREGATOR_KEY`, which is not set.',
    line: 47,
    target: 'aggregator',
    durationMs: 0,
  },
  {
    block: 'help/card-payment-pending#onramp',
    title: 'The card on-ramp takes orders',
    verdict: 'fail',
    code: 'unreachable',
    message: 'No connection to http://127.0.0.1:41873: connect ECONNREFUSED 127.0.0.1:41873.',
    line: 15,
    target: 'onramp-api',
    attempts: 3,
    durationMs: 6_210,
    isPublic: true,
    outcomes: {
      Failing:
        'card purchases are paused by our payment partner. Your money is safe; an order that was not completed is refunded by itself.',
    },
    readings: [
      reading('status', null, null, '= 200', null, 'fail'),
      reading('latency', null, 'ms', '< 2 s', null, 'fail'),
    ],
  },
  {
    block: 'help/card-payment-pending#onramp-status',
    title: 'The on-ramp reports no incident',
    verdict: 'pass',
    line: 29,
    target: 'onramp-status',
    isPublic: true,
  },
  {
    block: 'help/card-payment-pending#orders',
    title: 'Orders complete in time',
    verdict: 'pass',
    line: 44,
    target: 'onramp-api',
    isPublic: true,
    durationMs: 75,
  },
];
