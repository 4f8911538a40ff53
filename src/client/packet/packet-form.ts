import type { Removed } from '../../redact/removed-kinds.ts';
import { type FactName, factNames } from '../../schemas/case-facts.ts';
import type { Escalation } from '../../schemas/escalation.ts';
import type { Packet, PacketDraft } from '../../schemas/packet.ts';
import { element } from '../elements.ts';
import { removedText } from '../removed-text.ts';
import { createFactField, type FactField } from './fact-field.ts';
import type { SaidCase } from './kept-case.ts';
import { createSeverityField } from './severity-field.ts';

type Missing = Packet['content']['missing'];

export interface PacketForm {
  root: HTMLFormElement;
  /** As it was typed: not redacted. */
  read(): SaidCase;
  write(said: SaidCase): void;
  /** Empties a field and says why; where none is named, the one that was typed in last. Returns its name. */
  refuse(fact: FactName | null, message: string): FactName | null;
  setMissing(missing: Missing): void;
  setRemoved(removed: ReadonlyMap<FactName, readonly Removed[]>): void;
}

export interface PacketFormOptions {
  kind: PacketDraft['from']['kind'];
  /** Where the walk ended: it says how bad it is, who takes it and by when. */
  outcome: PacketDraft['outcome'];
  escalation: Escalation | null;
  now(): number;
  onInput(): void;
}

/** What a person adds to what Runlight knows itself, in the order in which a reader needs it. */
export function createPacketForm({ kind, outcome, escalation, now, onInput }: PacketFormOptions): PacketForm {
  const root = document.createElement('form');
  root.className = 'rl-packet-form';
  root.noValidate = true;
  root.autocomplete = 'off';
  let last: FactName | null = null;
  // The outcome says who is asked, and by when.
  const asked = factNames.filter((name) => outcome === null || (name !== 'askOf' && name !== 'askBy'));
  const fields = new Map<FactName, FactField>(
    asked.map((name) => [
      name,
      createFactField(name, kind, {
        now,
        onInput() {
          last = name;
          onInput();
        },
      }),
    ]),
  );
  const severity = outcome === null ? createSeverityField(escalation, onInput) : null;
  const [impact, ...others] = [...fields.values()];
  if (impact) root.append(impact.root);
  if (severity) root.append(severity.root);
  else if (outcome) {
    const name = escalation?.severities[outcome.severity].name ?? outcome.severity;
    root.append(element('p', 'rl-small', `Severity: ${name}, as the outcome says.`));
  }
  root.append(...others.map((field) => field.root));
  root.addEventListener('submit', (event) => event.preventDefault());

  return {
    root,
    read: () => ({
      facts: Object.fromEntries([...fields].map(([name, field]) => [name, field.read()])),
      severity: severity?.read() ?? null,
    }),
    write(said) {
      for (const [name, field] of fields) {
        field.write(said.facts[name] ?? '');
        field.refuse(null);
      }
      severity?.write(said.severity);
    },
    refuse(fact, message) {
      const name = fact ?? last;
      const field = name === null ? undefined : fields.get(name);
      field?.write('');
      field?.refuse(message);
      return field ? name : null;
    },
    setMissing(missing) {
      const of = (name: FactName | 'severity'): string | null =>
        missing.find(({ fact }) => fact === name)?.question ?? null;
      for (const [name, field] of fields) field.setMissing(of(name));
      severity?.setMissing(of('severity'));
    },
    setRemoved(removed) {
      for (const [name, field] of fields) field.setRemoved(removedText(removed.get(name) ?? []));
    },
  };
}
