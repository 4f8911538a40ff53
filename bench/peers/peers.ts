import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { Peer } from '../contender.ts';
import type { Peers } from '../question.ts';
import { docDetective } from './doc-detective.ts';
import { hurl } from './hurl.ts';
import { newman } from './newman.ts';
import { stepci } from './stepci.ts';
import { zxEach } from './zx-each.ts';

const home = (id: string): string => join(packageRoot, '.runlight', 'bench', id);

/** Who Runlight is measured against, the fastest first. */
export const peers = [
  hurl(home('hurl')),
  stepci(home('stepci')),
  newman(home('newman')),
  docDetective(home('doc-detective')),
  zxEach(),
] as const satisfies readonly Peer[];

/** Installs the chosen ones. */
export async function installPeers(ids: readonly string[], say: (step: string) => void): Promise<Peers> {
  const installed: Peer[] = [];
  const missing: Peers['missing'][number][] = [];
  for (const peer of peers.filter(({ id }) => ids.includes(id))) {
    say(`${peer.title} ${peer.version}, installing`);
    try {
      await peer.install();
      installed.push(peer);
    } catch (error) {
      missing.push({ peer, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { installed, missing };
}
