import {
  ageOf,
  askPeerHead,
  type ChainBlock,
  CheckFailure,
  compareWithPeer,
  defineCheck,
  type Http,
  type HttpAnswer,
  param,
  readJson,
  saysLimit,
  wholeNumber,
} from 'runlight/check';
import { z } from 'zod';

/**
 * Proves that a TRON node answers, has a fresh newest block, solidifies blocks, is connected, and tells
 * the same story as a second node.
 *
 * Readings: `blockNumber`, `latency` (ms, one `/wallet/getnowblock`), `blockAge` (s), `solidityLag`
 * (blocks between the newest and the newest solidified one; about 19 is normal, since a block is solid
 * once most producers have built on it), `connections` (all of the node's) and `activeConnections`
 * (those that it opened itself), `lag` (blocks that the peer is ahead), `agrees` (same block id as the
 * peer at the height that both have; a node of a test chain does not). Only what the page's rows name
 * is asked.
 * The API answers mistakes with 200 and `Error`: “lack of computing resources” and other words of a
 * limit are `rate-limited`, the rest is `protocol`, and so is `{}`, which means that there is no block.
 * Another id at the same height is `disagrees`. A silent peer: `lag` and `agrees` are not taken.
 * Source: github.com/tronprotocol/documentation-en, docs/api/http.
 */
export default defineCheck({
  summary: 'A TRON node answers, keeps up, solidifies blocks and agrees with its peer',
  layer: 'provider',
  params: { target: param.target(), peer: param.target().optional() },
  readings: {
    blockNumber: { type: 'integer', summary: 'Height of the newest block' },
    latency: { unit: 'ms', summary: 'Time of one `/wallet/getnowblock`' },
    blockAge: { unit: 's', summary: 'Age of the newest block' },
    solidityLag: { unit: 'blocks', summary: 'Blocks between the newest and the newest solidified one' },
    connections: { type: 'integer', summary: 'Connections to other nodes, in both directions' },
    activeConnections: { type: 'integer', summary: 'Connections that the node opened itself' },
    lag: { unit: 'blocks', summary: 'How far the peer is ahead' },
    agrees: { type: 'boolean', summary: 'Same block id as the peer at the same height' },
  },
  async run(context) {
    const { params, http, wanted, evidence } = context;
    const [{ block: head, durationMs }, peer] = await Promise.all([
      readNewest(http, '/wallet'),
      wanted.has('lag') || wanted.has('agrees')
        ? askPeerHead(http, params.peer, async (node) => (await readNewest(node, '/wallet')).block)
        : null,
    ]);
    const [solidityLag, connected] = await Promise.all([
      wanted.has('solidityLag') ? readSolidityLag(http, head) : null,
      wanted.has('connections') || wanted.has('activeConnections') ? readConnections(http) : null,
    ]);
    const readings = {
      blockNumber: head.number,
      latency: durationMs,
      blockAge: wanted.has('blockAge')
        ? ageOf(head.timestamp / 1000, `Block ${head.number}`, evidence, head.readAt)
        : null,
      solidityLag,
      ...connected,
    };
    if (!peer) return readings;
    return compareWithPeer(readings, {
      context,
      head,
      peer,
      readHeight: async () => (await readNewest(http, '/wallet')).block.number,
      readAt,
      describe: ({ number, hash, timestamp }) =>
        `block ${number}, ${hash}, ${new Date(Math.min(timestamp, 8.64e15)).toISOString()}`,
    });
  },
});

interface Block extends ChainBlock {
  /** Milliseconds since 1970. */
  timestamp: number;
  /** When it was read, in seconds since 1970 by our clock. */
  readAt: number;
}

const mistakeSchema = z.looseObject({ Error: z.string() });

/** One request. Mistakes come with status 200 and `Error`. */
async function ask(http: Http, path: string, body: object): Promise<HttpAnswer> {
  const answer = await http(path, { method: 'POST', json: body });
  const mistake = mistakeSchema.safeParse(answer.json());
  if (!mistake.success) return answer;
  const said = mistake.data.Error;
  throw new CheckFailure(
    saysLimit(said) ? 'rate-limited' : 'protocol',
    `\`${http.target}\` answered \`${path}\` with 200, but said \`${said.slice(0, 200)}\`.`,
  );
}

const nothingSchema = z.strictObject({});
const blockSchema = z.looseObject({
  blockID: z.string().regex(/^[0-9a-f]{64}$/i, 'Expected 64 hexadecimal digits.'),
  block_header: z.looseObject({ raw_data: z.looseObject({ number: wholeNumber, timestamp: wholeNumber }) }),
});

async function readBlock(http: Http, path: string, body: object): Promise<{ block: Block; durationMs: number }> {
  const answer = await ask(http, path, body);
  if (nothingSchema.safeParse(answer.json()).success)
    throw new CheckFailure(
      'protocol',
      `\`${http.target}\` answered \`${path}\` with \`{}\`, which means that it has no block.`,
    );
  const { blockID, block_header } = readJson(answer, blockSchema, `The answer to \`${path}\``);
  const { number, timestamp } = block_header.raw_data;
  const block = { number, hash: blockID.toLowerCase(), timestamp, readAt: Date.now() / 1000 };
  return { block, durationMs: answer.durationMs };
}

/** The newest block of the full node (`/wallet`), or the newest solidified one (`/walletsolidity`). */
const readNewest = (http: Http, api: '/wallet' | '/walletsolidity') => readBlock(http, `${api}/getnowblock`, {});

async function readAt(http: Http, height: number): Promise<Block> {
  const { block } = await readBlock(http, '/wallet/getblock', { id_or_num: String(height), detail: false });
  if (block.number === height) return block;
  throw new CheckFailure(
    'protocol',
    `\`${http.target}\` was asked for block ${height} and answered with block ${block.number}.`,
  );
}

/** The solidified block is read after the newest, so it may be a block or two closer than it was. */
async function readSolidityLag(http: Http, head: Block): Promise<number> {
  const { block } = await readNewest(http, '/walletsolidity');
  if (block.number <= head.number) return head.number - block.number;
  throw new CheckFailure(
    'protocol',
    `\`${http.target}\` says that block ${block.number} is solidified, but its newest block is ${head.number}.`,
  );
}

const infoSchema = z.looseObject({ currentConnectCount: wholeNumber, activeConnectCount: wholeNumber });

async function readConnections(http: Http): Promise<{ connections: number; activeConnections: number }> {
  const path = '/wallet/getnodeinfo';
  const info = readJson(await ask(http, path, {}), infoSchema, `The answer to \`${path}\``);
  return { connections: info.currentConnectCount, activeConnections: info.activeConnectCount };
}
