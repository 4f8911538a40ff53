import type { PacketDraft } from '../../schemas/packet.ts';
import type { Live } from '../live.ts';

/** What Runlight itself knows of a case. */
export type Found = Pick<PacketDraft, 'environment' | 'outcome' | 'path' | 'diagnosis' | 'checks'>;

/** What a packet is made from. */
export interface Subject {
  from: PacketDraft['from'];
  /** Tells cases of the same tree apart. */
  key: string;
  title: string;
  /** Its file, from the root. */
  path: string;
  /** Its page. */
  href: string;
  /** What is known at this moment. */
  found(live: Live): Found;
  /** What is not known and could be, as sentences; empty where nothing is. */
  note(live: Live): string;
}
