import {
  ageOf,
  askPeerHead,
  type ChainBlock,
  CheckFailure,
  compareWithPeer,
  defineCheck,
  type Http,
  param,
  readJson,
  saysLimit,
  wholeNumber,
} from 'runlight/check';
import { z } from 'zod';

/**
 * Proves that an Esplora shows Bitcoin's newest blocks, tells the same story as a second one, and knows
 * what waits in the mempool and what a place in a block costs.
 *
 * Readings: `tipHeight`, `latency` (ms, one request for it), `tipAge` (s, by the time that its miner
 * wrote into the block), `lag` (blocks that the peer is ahead), `agrees` (same hash as the peer one
 * block below the lower tip), `feeFast` and `feeHour` (sat/vB, to be in the next blocks and within
 * about an hour; absent where the node cannot tell), `mempoolCount` (transactions) and `mempoolSize`
 * (bytes, virtual ones). Only what the page's rows name is asked.
 * Blocks come every ten minutes on average and an hour without one is not rare: judge `tipAge` no
 * sooner. A block may be dated up to two hours ahead by the rules, so that much counts as age 0. Two
 * tips at once are normal for a few minutes; another hash one block below them is `disagrees`. A silent
 * peer: `lag` and `agrees` are not taken. Single values come as bare text: anything but a whole number
 * or 64 hexadecimal digits is `protocol`.
 * Source: github.com/Blockstream/esplora, API.md.
 */
export default defineCheck({
  summary: 'An Esplora shows the newest Bitcoin blocks, agrees with its peer and knows the fees',
  layer: 'provider',
  params: { target: param.target(), peer: param.target().optional() },
  readings: {
    tipHeight: { type: 'integer', summary: 'Height of the newest block' },
    latency: { unit: 'ms', summary: 'Time of one request for the height' },
    tipAge: { unit: 's', summary: 'Age of the newest block' },
    lag: { unit: 'blocks', summary: 'How far the peer is ahead' },
    agrees: { type: 'boolean', summary: 'Same block hash as the peer, one block below the lower tip' },
    feeFast: { unit: 'sat/vB', summary: 'Fee rate to be in the next blocks' },
    feeHour: { unit: 'sat/vB', summary: 'Fee rate to be in a block within about an hour' },
    mempoolCount: { type: 'integer', summary: 'Transactions that wait for a block' },
    mempoolSize: { unit: 'bytes', summary: 'Virtual bytes that wait for a block' },
  },
  async run(context) {
    const { params, http, wanted, evidence } = context;
    const { height, durationMs } = await readHeight(http);
    const [tipAge, fees, mempool, peer] = await Promise.all([
      wanted.has('tipAge') ? readTipAge(http, height, evidence) : null,
      wanted.has('feeFast') || wanted.has('feeHour') ? readFees(http, evidence) : null,
      wanted.has('mempoolCount') || wanted.has('mempoolSize') ? readMempool(http) : null,
      wanted.has('lag') || wanted.has('agrees')
        ? askPeerHead(http, params.peer, async (node) => asTip((await readHeight(node)).height))
        : null,
    ]);
    const readings = { tipHeight: height, latency: durationMs, tipAge, ...fees, ...mempool };
    if (!peer) return readings;
    return compareWithPeer(readings, {
      context,
      head: asTip(height),
      peer,
      readHeight: async () => (await readHeight(http)).height,
      readAt: async (node, number) => ({ number, hash: await readHash(node, `/block-height/${number}`) }),
      depth: 1,
      describe: ({ number, hash }) => `block ${number}${hash === null ? '' : `, ${hash}`}`,
    });
  },
});

type Evidence = (title: string, text: string) => void;

const asTip = (height: number): ChainBlock => ({ number: height, hash: null });

/** Seconds that a block may be dated ahead of us: what the network's rules allow. */
const maxSkew = 7_200;
/** A new block may come between two questions, and a pool of nodes may not be quite even. */
const maxDrift = 6;

/** A single value: Esplora answers it as bare text. */
async function readText(
  http: Http,
  path: string,
  pattern: RegExp,
  expected: string,
): Promise<{ value: string; durationMs: number }> {
  const { text, durationMs } = await http(path, { headers: { accept: 'text/plain' } });
  const value = text.trim();
  if (pattern.test(value)) return { value, durationMs };
  const isPage = /^<(!doctype html|html|head|body)/i.test(value);
  const shown = value === '' ? 'nothing' : isPage ? 'an HTML page' : `\`${value.slice(0, 80)}\``;
  throw new CheckFailure(
    saysLimit(value.slice(0, 2_000)) ? 'rate-limited' : 'protocol',
    `\`${http.target}\` answered \`${path}\` with ${shown}; expected ${expected}.`,
  );
}

async function readHeight(http: Http): Promise<{ height: number; durationMs: number }> {
  const { value, durationMs } = await readText(http, '/blocks/tip/height', /^\d{1,15}$/, 'a whole number');
  return { height: Number(value), durationMs };
}

async function readHash(http: Http, path: string): Promise<string> {
  const { value } = await readText(http, path, /^[0-9a-f]{64}$/i, '64 hexadecimal digits');
  return value.toLowerCase();
}

const blockSchema = z.looseObject({ id: z.string(), height: wholeNumber, timestamp: wholeNumber });

async function readTipAge(http: Http, tipHeight: number, evidence: Evidence): Promise<number> {
  const hash = await readHash(http, '/blocks/tip/hash');
  const block = readJson(await http(`/block/${hash}`), blockSchema, 'The newest block');
  if (block.id.toLowerCase() !== hash)
    throw new CheckFailure('protocol', `\`${http.target}\` was asked for one block and answered with another.`);
  if (Math.abs(block.height - tipHeight) > maxDrift)
    throw new CheckFailure(
      'protocol',
      `\`${http.target}\` says that its tip is block ${tipHeight}, and shows block ${block.height} as its tip.`,
    );
  return ageOf(block.timestamp, `Block ${block.height}`, evidence, Date.now() / 1000, maxSkew);
}

const feesSchema = z.record(
  z.string(),
  z.number().refine((rate) => rate > 0, 'Expected a fee rate above 0.'),
);

/** Not every version has the same targets (in blocks): the lowest there is stands for "fast". */
const fastTargets = ['1', '2', '3'];
const hourTarget = '6';

async function readFees(http: Http, evidence: Evidence): Promise<{ feeFast: number | null; feeHour: number | null }> {
  const fees = new Map(
    Object.entries(readJson(await http('/fee-estimates'), feesSchema, 'The answer to `/fee-estimates`')),
  );
  if (fees.size === 0) evidence('Fee estimates', `${http.target} has none at all.`);
  const fast = fastTargets.find((target) => fees.has(target)) ?? '';
  return { feeFast: fees.get(fast) ?? null, feeHour: fees.get(hourTarget) ?? null };
}

const mempoolSchema = z.looseObject({ count: wholeNumber, vsize: wholeNumber });

async function readMempool(http: Http): Promise<{ mempoolCount: number; mempoolSize: number }> {
  const { count, vsize } = readJson(await http('/mempool'), mempoolSchema, 'The answer to `/mempool`');
  return { mempoolCount: count, mempoolSize: vsize };
}
