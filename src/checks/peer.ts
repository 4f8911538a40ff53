import type { Http } from './http.ts';
import { type NotTaken, notTaken } from './not-taken.ts';

/** Why a peer could not be asked: that is the peer's fault, never the target's. */
export class PeerSilence {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }

  /** What stands in for each reading that needed the peer. */
  notTaken(evidence: (title: string, text: string) => void): NotTaken {
    evidence('The peer did not answer', this.why);
    return notTaken(this.why);
  }
}

/** A slow peer must not use up the time in which the target is asked. */
const patienceMs = 3000;

/**
 * Asks the target's peer. `name` is the block's `peer`, else the target's first. Whatever goes wrong
 * with it (no peer, no answer within 3 s, a failure) comes back as `PeerSilence`.
 */
export async function askPeer<T>(
  http: Http,
  name: string | undefined,
  ask: (peer: Http) => Promise<T>,
): Promise<T | PeerSilence> {
  const peer = name ?? http.peers[0];
  if (peer === undefined) return new PeerSilence(`the target \`${http.target}\` has no peer to compare with`);
  if (peer === http.target) return new PeerSilence(`the peer of \`${peer}\` is itself`);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(reject, patienceMs, new Error(`no answer within ${patienceMs / 1000} s`));
  try {
    const asked = (async () => ask(http.to(peer)))();
    return await Promise.race([asked, late]);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    return new PeerSilence(`the peer \`${peer}\` could not be asked (${why})`);
  } finally {
    clearTimeout(timer);
  }
}
