import {
  ageOf,
  askPeerHead,
  type ChainBlock,
  CheckFailure,
  compareWithPeer,
  defineCheck,
  type Http,
  PeerSilence,
  param,
  readJson,
  saysLimit,
  wholeNumber,
} from 'runlight/check';
import { z } from 'zod';

/**
 * Proves that a node of a Cosmos chain (CometBFT) answers, is on the right network, is not catching up,
 * has a fresh newest block, and keeps up with a second node.
 *
 * Readings: `chainId` (the network, such as `cosmoshub-4`), `catchingUp`, `height`, `blockAge` (s),
 * `latency` (ms, one `/status`), `lag` (blocks that the peer is ahead). One `/status` holds them all.
 * Its answer is a JSON-RPC envelope even inside a 200: with `error` it is `protocol`, or `rate-limited`
 * by its words. Where the peer is on another network, one of the two is wrong: `disagrees`. A silent
 * peer: `lag` is not taken. `/health` is not asked: it says no more than that the node answers.
 * Source: github.com/cometbft/cometbft, rpc/openapi/openapi.yaml (64-bit numbers are texts).
 */
export default defineCheck({
  summary: 'A node of a Cosmos chain answers, is on the right network and keeps up',
  layer: 'provider',
  params: { target: param.target(), peer: param.target().optional() },
  readings: {
    chainId: { type: 'text', summary: 'The network that the node is on' },
    catchingUp: { type: 'boolean', summary: 'Whether the node says that it is catching up' },
    height: { type: 'integer', summary: 'Height of the newest block' },
    blockAge: { unit: 's', summary: 'Age of the newest block' },
    latency: { unit: 'ms', summary: 'Time of one request for the status' },
    lag: { unit: 'blocks', summary: 'How far the peer is ahead' },
  },
  async run(context) {
    const { params, http, wanted, evidence, fail } = context;
    const [head, peer] = await Promise.all([
      readStatus(http),
      wanted.has('lag') ? askPeerHead(http, params.peer, readStatus) : null,
    ]);
    const readings = {
      chainId: head.network,
      catchingUp: head.catchingUp,
      height: head.number,
      blockAge: wanted.has('blockAge') ? ageOf(head.time, `Block ${head.number}`, evidence, head.readAt) : null,
      latency: head.durationMs,
    };
    if (!peer) return readings;
    if (!(peer instanceof PeerSilence) && peer.head.network !== head.network)
      return fail(
        'disagrees',
        `\`${http.target}\` is on the network \`${head.network}\` and \`${peer.http.target}\` on \`${peer.head.network}\`.`,
        { readings },
      );
    return compareWithPeer(readings, {
      context,
      head,
      peer,
      readHeight: async () => (await readStatus(http)).number,
      describe: ({ network, number, time }) => `${network}, block ${number}, ${new Date(time * 1000).toISOString()}`,
    });
  },
});

interface Status extends ChainBlock {
  network: string;
  catchingUp: boolean;
  /** When the newest block was made, in seconds since 1970. */
  time: number;
  /** When it was read, in seconds since 1970 by our clock. */
  readAt: number;
  durationMs: number;
}

const envelopeSchema = z.looseObject({ error: z.unknown().optional(), result: z.unknown().optional() });
const errorSchema = z.looseObject({ code: z.number(), message: z.string().default(''), data: z.unknown().optional() });
const statusSchema = z.looseObject({
  node_info: z.looseObject({ network: z.string() }),
  sync_info: z.looseObject({
    latest_block_height: wholeNumber,
    latest_block_time: z.iso.datetime({ offset: true, error: 'Expected a time, as RFC 3339 writes it.' }),
    catching_up: z.boolean(),
  }),
});

async function readStatus(http: Http): Promise<Status> {
  const answer = await http('/status');
  const { error, result } = readJson(answer, envelopeSchema, 'The answer to `/status`');
  if (error !== undefined && error !== null) throw failureOf(error);
  const { node_info, sync_info } = readJson({ json: () => result }, statusSchema, 'The status');
  const time = Date.parse(sync_info.latest_block_time) / 1000;
  if (!Number.isFinite(time)) throw new CheckFailure('protocol', 'The newest block has no time that can be read.');
  return {
    network: node_info.network,
    number: sync_info.latest_block_height,
    hash: null,
    catchingUp: sync_info.catching_up,
    time,
    readAt: Date.now() / 1000,
    durationMs: answer.durationMs,
  };
}

function failureOf(error: unknown): CheckFailure {
  const { success, data } = errorSchema.safeParse(error);
  const detail = success && typeof data.data === 'string' ? ` (${data.data})` : '';
  const said = (success ? `${data.code}: ${data.message}${detail}` : JSON.stringify(error)).slice(0, 300);
  const isLimit = (success && data.code === 429) || saysLimit(said);
  return new CheckFailure(
    isLimit ? 'rate-limited' : 'protocol',
    `The node answered \`/status\` with 200, but said \`${said}\`.`,
  );
}
