import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';
import { standIns } from '../redact/stand-ins.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import type { Hide } from './build-packet.ts';
import { publicHashes } from './public-hashes.ts';

/**
 * Makes ready what takes secrets out of one case's texts; the hashes that the case is about stay. Rejects
 * when what recognises secrets cannot be loaded, and then no packet may be made.
 */
export async function openHide(draft: PacketDraft, secrets: DeclaredSecrets | null = null): Promise<Hide> {
  const [tools, hashes] = await Promise.all([createToolBox()(textsOf(draft).join('\n')), publicHashes(draft.facts)]);
  const [hide, show] = standIns(hashes);
  return (text) => {
    const { text: safe, removed } = redactWith(hide(text), tools, { secrets });
    return { text: show(safe), removed };
  };
}

/** Every text in a value, keys included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    Array.isArray(value) ? textsOf(each) : [key, ...textsOf(each)],
  );
}
