import { type FactName, factNames, facts, type PacketSource } from '../schemas/case-facts.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import { parseTime, timeForm } from './parse-time.ts';
import { isUnknown, said } from './said.ts';

/** An essential that nobody has said, or that was said in a form that cannot be used. */
export interface MissingFact {
  fact: FactName | 'severity';
  label: string;
  /** Asks for it; of a time that is none, what is wrong with it. Never repeats what was typed. */
  question: string;
  /** How an answer looks. */
  example: string;
}

/** What a packet lacks before it is complete, in the order in which it is asked for. `now` in milliseconds. */
export function missingFacts(
  draft: Pick<PacketDraft, 'from' | 'facts' | 'severity' | 'outcome'>,
  now: number,
): MissingFact[] {
  const missing = factNames.flatMap((name): MissingFact[] => {
    const { label, question, example, shape, essentialFor } = facts[name];
    const sources: readonly PacketSource[] = essentialFor;
    const text = said(draft.facts, name);
    if (text === null) return sources.includes(draft.from.kind) ? [{ fact: name, label, question, example }] : [];
    const wrong = shape === 'time' && !isUnknown(text) ? wrongTime(name, text, now) : null;
    return wrong === null ? [] : [{ fact: name, label, question: wrong, example }];
  });
  if (draft.severity !== null || draft.outcome !== null) return missing;
  return [{ fact: 'severity', label: 'Severity', ...severityAsked }, ...missing];
}

const severityAsked = {
  question: 'How bad is it: `sev1` (funds or everybody) to `sev5` (nobody is kept from anything)?',
  example: 'sev2',
};

/** Clocks differ by so much. */
const tolerance = 5 * 60_000;

function wrongTime(name: FactName, text: string, now: number): string | null {
  const at = parseTime(text);
  if (at === null) return `“${facts[name].label}” is no time that can be read. Write ${timeForm}.`;
  if (name === 'firstSeen' && at > now + tolerance)
    return `“${facts[name].label}” lies in the future. Write ${timeForm}; mind the time zone.`;
  if (name === 'askBy' && at < now - tolerance)
    return `“${facts[name].label}” has passed already. Write ${timeForm}; mind the time zone.`;
  return null;
}
