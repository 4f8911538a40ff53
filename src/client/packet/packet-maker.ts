import { buildPacket, type Hide } from '../../packet/build-packet.ts';
import { openHide } from '../../packet/open-hide.ts';
import { packetId } from '../../packet/packet-id.ts';
import { packetMarkdown } from '../../packet/packet-markdown.ts';
import { refuseFacts } from '../../packet/refuse-facts.ts';
import { sealPacket } from '../../packet/seal.ts';
import { createToolBox, redactWith } from '../../redact/redact.ts';
import { isGrave, type Removed } from '../../redact/removed-kinds.ts';
import { type CaseFacts, type FactName, factNames, facts as known } from '../../schemas/case-facts.ts';
import type { Packet, PacketDraft, PacketWorld } from '../../schemas/packet.ts';
import { clip } from '../../text/visible.ts';

// What makes a packet, with all that recognises secrets: one piece, loaded once.

/** A packet as it is handed on. */
export interface Made {
  packet: Packet;
  markdown: string;
}

/** What a person said, judged. */
export type Judged =
  /** It holds a recovery phrase or a private key: none of it may be kept, shown or sent. */
  | { kind: 'secret'; fact: FactName | null }
  /** As it may be kept and used, and what was taken out of each fact. */
  | { kind: 'safe'; facts: CaseFacts; removed: ReadonlyMap<FactName, readonly Removed[]> };

export async function judgeFacts(draft: PacketDraft): Promise<Judged> {
  const refused = await refuseFacts(draft.facts);
  if (refused) return { kind: 'secret', fact: refused.fact };
  const hide = await openHide(draft);
  const facts: Partial<Record<FactName, string>> = {};
  const removed = new Map<FactName, readonly Removed[]>();
  for (const name of factNames) {
    const text = draft.facts[name];
    if (text === undefined || text.trim() === '') continue;
    const safe = hide(text);
    if (safe.removed.some(({ kind }) => isGrave(kind))) return { kind: 'secret', fact: name };
    facts[name] = clip(safe.text.trim(), known[name].most).text;
    if (safe.removed.length > 0) removed.set(name, safe.removed);
  }
  if (await isSecretTogether(facts)) return { kind: 'secret', fact: null };
  return { kind: 'safe', facts, removed };
}

const toolsFor = createToolBox();

/** Whether fields make up a phrase, of which each holds a part. Hashes were judged as what they are. */
async function isSecretTogether({ hashes: _, ...facts }: CaseFacts): Promise<boolean> {
  const text = Object.values(facts).join('\n');
  const { removed } = redactWith(text, await toolsFor(text));
  return removed.some(({ kind }) => kind === 'recovery-phrase');
}

/** Makes a packet here, sealed by its checksum; `now` in milliseconds since 1970. `null` where a phrase stands in what was found. */
export async function makePacket(draft: PacketDraft, world: PacketWorld, now: number): Promise<Made | null> {
  const hide: Hide = await openHide(draft);
  const at = new Date(now);
  const content = buildPacket(draft, world, { now: at, id: packetId(at), hide });
  if (content.removed.some(({ kind }) => kind === 'recovery-phrase')) return null;
  const packet = sealPacket(content, null);
  return { packet, markdown: packetMarkdown(packet, null) };
}
