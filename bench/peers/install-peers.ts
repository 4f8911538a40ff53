import type { Installable, Installed } from '../installable.ts';

/** Installs those of `all` that were chosen. */
export async function installPeers<P extends Installable>(
  all: readonly P[],
  ids: readonly string[],
  say: (step: string) => void,
): Promise<Installed<P>> {
  const installed: P[] = [];
  const missing: { peer: P; why: string }[] = [];
  for (const peer of all.filter(({ id }) => ids.includes(id))) {
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
