import { buildPacket } from '../packet/build-packet.ts';
import { openHide } from '../packet/open-hide.ts';
import { packetId } from '../packet/packet-id.ts';
import { packetMarkdown } from '../packet/packet-markdown.ts';
import { refuseFacts } from '../packet/refuse-facts.ts';
import { type PacketSigner, sealPacket } from '../packet/seal.ts';
import { declaredSecrets } from '../redact/declared-secrets.ts';
import { describeGrave } from '../redact/describe-grave.ts';
import type { PacketAnswer } from '../schemas/api.ts';
import type { FactName } from '../schemas/case-facts.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import type { Project } from './load.ts';
import { packetFacts } from './packet-facts.ts';
import { packetSubject } from './packet-subject.ts';

export interface MakePacketOptions {
  project: Project;
  /** Values that are secret by declaration, by name: `declaredValues`. */
  secrets: Readonly<Record<string, string>>;
  /** `null`: the packet has a checksum alone. */
  signer: PacketSigner | null;
  now?: Date;
}

/** Why no packet is made, in sentences that never hold a value. */
export type PacketRefusal =
  /** It holds a recovery phrase or a private key; `fact` is `null` where that stands in none. */
  | { refused: 'secret'; fact: FactName | null; message: string }
  /** What it is to be made from is not there. */
  | { refused: 'unknown'; message: string };

/**
 * Makes a sealed packet of what was found and said, with what this tree knows: secrets are refused, everything
 * else is redacted.
 */
export async function makePacket(
  draft: PacketDraft,
  { project, secrets, signer, now = new Date() }: MakePacketOptions,
): Promise<PacketAnswer | PacketRefusal> {
  const fact = await refuseFacts(draft.facts);
  if (fact) return { refused: 'secret', fact: fact.fact, message: fact.message };
  const subject = packetSubject(project, draft.from);
  if ('message' in subject) return { refused: 'unknown', message: subject.message };
  const [world, hide] = await Promise.all([
    packetFacts(
      project,
      draft.environment,
      draft.checks.map(({ check }) => check),
    ),
    openHide(draft, declaredSecrets(secrets)),
  ]);
  const content = buildPacket(draft, { ...world, ...subject }, { now, id: packetId(now), hide });
  // What a check saw may have a key's form; words that make a phrase are one.
  const phrases = content.removed.find(({ kind }) => kind === 'recovery-phrase')?.count ?? 0;
  const warning = describeGrave(phrases === 0 ? [] : [{ kind: 'recovery-phrase', count: phrases }]);
  if (warning !== null) return { refused: 'secret', fact: null, message: warning };
  const packet = sealPacket(content, signer);
  return { packet, markdown: packetMarkdown(packet, signer) };
}
