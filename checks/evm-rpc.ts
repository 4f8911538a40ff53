import {
  ageOf,
  askPeerHead,
  type ChainBlock,
  CheckFailure,
  compareWithPeer,
  defineCheck,
  type Http,
  jsonRpc,
  param,
  quantity,
} from 'runlight/check';

/**
 * Proves that an EVM JSON-RPC endpoint answers, is on the right chain, is not catching up, has a
 * fresh newest block, and tells the same story as a second provider.
 *
 * Readings: `chainId`, `blockNumber`, `blockAge` (s), `syncing`, `latency` (ms, one `eth_blockNumber`
 * call), `lag` (blocks that the peer is ahead; 0 when it is not), `agrees` (same block hash as the
 * peer at the height that both have). Only what the page's rows name is asked.
 * A different hash at the same height ends in `disagrees`. A peer that does not answer is the peer's
 * fault: `lag` and `agrees` are then not taken. A block from the future (beyond 15 s of clock skew)
 * is `protocol`: an age cannot be told from it.
 * Sources: ethereum/execution-apis (`eth_chainId`, `eth_blockNumber`, `eth_getBlockByNumber`,
 * `eth_syncing`), EIP-1474 (-32005, limit exceeded).
 */
export default defineCheck({
  summary: 'An EVM JSON-RPC endpoint answers, is on the right chain and keeps up',
  layer: 'provider',
  params: { target: param.target(), peer: param.target().optional() },
  readings: {
    chainId: { type: 'integer', summary: 'Number of the chain, by `eth_chainId`' },
    blockNumber: { type: 'integer', summary: 'Height of the newest block' },
    blockAge: { unit: 's', summary: 'Age of the newest block' },
    syncing: { type: 'boolean', summary: 'Whether the node is catching up, by `eth_syncing`' },
    latency: { unit: 'ms', summary: 'Time of one `eth_blockNumber` call' },
    lag: { unit: 'blocks', summary: 'How far the peer is ahead' },
    agrees: { type: 'boolean', summary: 'Same block hash as the peer at the same height' },
  },
  async run(context) {
    const { params, http, wanted, evidence } = context;
    const first = await jsonRpc(http, 'eth_blockNumber');
    const blockNumber = quantity(first.result, '`eth_blockNumber`');
    const compares = wanted.has('lag') || wanted.has('agrees');
    const [chainId, syncing, head, peer] = await Promise.all([
      wanted.has('chainId') ? readChainId(http) : null,
      wanted.has('syncing') ? readSyncing(http, evidence) : null,
      wanted.has('blockAge') || compares ? readBlock(http, 'latest') : null,
      compares ? askPeerHead(http, params.peer, (node) => readBlock(node, 'latest')) : null,
    ]);
    const readings = {
      chainId,
      blockNumber,
      syncing,
      latency: first.durationMs,
      blockAge: head && ageOf(head.timestamp, `Block ${head.number}`, evidence, head.readAt),
    };
    if (!head || !peer) return readings;
    return compareWithPeer(readings, {
      context,
      head,
      peer,
      readHeight: async () => quantity((await jsonRpc(http, 'eth_blockNumber')).result, '`eth_blockNumber`'),
      readAt: readBlock,
      describe,
    });
  },
});

interface Block extends ChainBlock {
  hash: string;
  /** Seconds since 1970. */
  timestamp: number;
  /** When it was read, in seconds since 1970 by our clock. */
  readAt: number;
}

type Evidence = (title: string, text: string) => void;

async function readChainId(http: Http): Promise<number> {
  return quantity((await jsonRpc(http, 'eth_chainId')).result, '`eth_chainId`');
}

/** `false`, or an object with how far it has come. */
async function readSyncing(http: Http, evidence: Evidence): Promise<boolean> {
  const { result } = await jsonRpc(http, 'eth_syncing');
  if (result === false) return false;
  if (result === null || typeof result !== 'object' || Array.isArray(result)) {
    throw new CheckFailure(
      'protocol',
      `\`eth_syncing\` is neither \`false\` nor an object: \`${JSON.stringify(result)?.slice(0, 80)}\`.`,
    );
  }
  evidence('Syncing', JSON.stringify(result));
  return true;
}

async function readBlock(http: Http, at: 'latest' | number): Promise<Block> {
  const name = at === 'latest' ? 'the newest block' : `block ${at}`;
  const { result } = await jsonRpc(http, 'eth_getBlockByNumber', [
    at === 'latest' ? at : `0x${at.toString(16)}`,
    false,
  ]);
  if (result === null || typeof result !== 'object')
    throw new CheckFailure('protocol', `\`${http.target}\` does not have ${name}.`);
  const { number, hash, timestamp } = result as Record<string, unknown>;
  if (typeof hash !== 'string' || !/^0x[0-9a-f]{64}$/i.test(hash))
    throw new CheckFailure('protocol', `The hash of ${name} is none: \`${JSON.stringify(hash)?.slice(0, 80)}\`.`);
  const height = quantity(number, `The number of ${name}`);
  if (at !== 'latest' && height !== at)
    throw new CheckFailure(
      'protocol',
      `\`${http.target}\` was asked for block ${at} and answered with block ${height}.`,
    );
  return {
    number: height,
    hash: hash.toLowerCase(),
    timestamp: quantity(timestamp, `The timestamp of ${name}`),
    readAt: Date.now() / 1000,
  };
}

function describe({ number, hash, timestamp }: Block): string {
  return `block ${number}, ${hash}, ${new Date(Math.min(timestamp, 8.64e12) * 1000).toISOString()}`;
}
