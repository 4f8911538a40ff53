import type { CheckContext, Readings } from './define.ts';
import type { CheckFailure } from './failure.ts';
import type { Http } from './http.ts';
import type { NotTaken } from './not-taken.ts';
import { askPeer, PeerSilence } from './peer.ts';

/** A block (or a slot) as one node tells it. `hash` is `null` where only its height is known. */
export interface ChainBlock {
  number: number;
  hash: string | null;
}

/** The peer with its newest block, or why it could not be asked. */
export type AskedPeer<B extends ChainBlock> = { http: Http; head: B } | PeerSilence;

/** Asks the peer for its newest block. Begin it together with ours: heads move. */
export function askPeerHead<B extends ChainBlock>(
  http: Http,
  name: string | undefined,
  readHead: (peer: Http) => Promise<B>,
): Promise<AskedPeer<B>> {
  return askPeer(http, name, async (peer) => ({ http: peer, head: await readHead(peer) }));
}

/** What two nodes tell of one chain, and how more of it is read. */
export interface Comparison<B extends ChainBlock> {
  context: Pick<CheckContext, 'http' | 'wanted' | 'evidence' | 'fail'>;
  /** Our newest block. */
  head: B;
  peer: AskedPeer<B>;
  /** The height of our newest block, once more. */
  readHeight(): Promise<number>;
  /** A block by its height; without this, only `lag` is told. */
  readAt?(node: Http, height: number): Promise<B>;
  /** So many blocks below the lower head are compared, where two newest blocks at once are normal. */
  depth?: number;
  /** A block for people: its height, its hash, its time. */
  describe(block: B): string;
}

/**
 * Completes `readings` with `lag` (how far the peer is ahead, 0 when it is not) and, where blocks can
 * be read by their height, `agrees` (the same hash at a height that both have). Another hash ends in
 * `disagrees`. A silent peer is not the target's fault: both readings are then not taken.
 */
export async function compareWithPeer<B extends ChainBlock>(
  readings: Readings,
  comparison: Comparison<B>,
): Promise<Readings | CheckFailure> {
  const { context, head, peer, readHeight, readAt, describe } = comparison;
  const { http, wanted, evidence, fail } = context;
  const told = (lag: number | NotTaken, agrees: boolean | NotTaken | null): Readings => ({
    ...readings,
    lag,
    ...(readAt ? { agrees } : {}),
  });
  if (peer instanceof PeerSilence) {
    const silent = peer.notTaken(evidence);
    return told(silent, silent);
  }
  const lag = await lagBehind(head.number, peer.head.number, readHeight);
  const both = readAt && wanted.has('agrees') ? await bothBlocks(comparison, peer, readAt) : null;
  evidence('Newest blocks', sideBySide(http, describe(head), peer.http, describe(peer.head)));
  if (both instanceof PeerSilence) return told(lag, both.notTaken(evidence));
  if (both && both.ours.hash !== both.theirs.hash) {
    const { ours, theirs } = both;
    evidence('Block at the same height', sideBySide(http, describe(ours), peer.http, describe(theirs)));
    return fail(
      'disagrees',
      `At block ${ours.number} \`${http.target}\` has the hash \`${short(ours.hash)}\` and \`${peer.http.target}\` has \`${short(theirs.hash)}\`.`,
      { readings: told(lag, false) },
    );
  }
  return told(lag, both === null ? null : true);
}

/**
 * How far the peer is ahead. The two heads were read at almost the same time; where the peer seems
 * ahead, ours is read again, since a block may have come in between.
 */
async function lagBehind(ours: number, theirs: number, readHeight: () => Promise<number>): Promise<number> {
  if (theirs <= ours) return 0;
  return Math.max(0, theirs - Math.max(await readHeight(), ours));
}

/**
 * Both blocks at a height that both have. Where they differ, both are read once more: at the head a
 * block may be replaced in the moment between two questions.
 */
async function bothBlocks<B extends ChainBlock>(
  { context: { http }, head, depth = 0 }: Comparison<B>,
  peer: { http: Http; head: B },
  readAt: (node: Http, height: number) => Promise<B>,
): Promise<{ ours: B; theirs: B } | PeerSilence> {
  const height = Math.max(0, Math.min(head.number, peer.head.number) - depth);
  const isKnown = (block: B): boolean => block.number === height && block.hash !== null;
  for (let again = false; ; again = true) {
    const [ours, theirs] = await Promise.all([
      !again && isKnown(head) ? head : readAt(http, height),
      !again && isKnown(peer.head) ? peer.head : askPeer(http, peer.http.target, (node) => readAt(node, height)),
    ]);
    if (theirs instanceof PeerSilence) return theirs;
    if (ours.hash === theirs.hash || again) return { ours, theirs };
  }
}

function sideBySide(one: Http, said: string, other: Http, says: string): string {
  return `${one.target}: ${said}\n${other.target}: ${says}`;
}

function short(hash: string | null): string {
  return hash === null ? 'none' : `${hash.slice(0, 10)}…${hash.slice(-6)}`;
}
