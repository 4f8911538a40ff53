import type { Diagnosis } from '../schemas/diagnosis.ts';
import type { PacketCheck } from '../schemas/packet.ts';
import type { TriageOutcome, Walked } from '../schemas/triage.ts';

/** Makes a text of other people's fit to be handed on. */
type Clean = (text: string) => string;

/** One answer of a path, each of its texts cleaned. */
export function hideWalked({ node, kind, answer, by, why, overruled }: Walked, clean: Clean): Walked {
  return {
    node: clean(node),
    kind,
    answer: clean(answer),
    by,
    why: clean(why),
    overruled: overruled && { answer: clean(overruled.answer), why: clean(overruled.why) },
  };
}

/** A check, each of its texts cleaned. A reading's name says whether a value of 64 hex digits is a hash. */
export function hideCheck(check: PacketCheck, clean: Clean): PacketCheck {
  const { block, title, target, reason, readings } = check;
  return {
    ...check,
    block: clean(block),
    title: clean(title),
    check: clean(check.check),
    target: target === null ? null : clean(target),
    reason: reason && { code: reason.code, message: clean(reason.message), hint: clean(reason.hint) },
    readings: readings.map((reading) => ({
      ...reading,
      name: clean(reading.name),
      value: typeof reading.value === 'string' ? hideNamed(reading.name, reading.value, clean) : reading.value,
      healthy: clean(reading.healthy),
      degraded: reading.degraded === null ? null : clean(reading.degraded),
    })),
  };
}

function hideNamed(name: string, value: string, clean: Clean): string {
  const prefix = `${name}: `;
  const whole = clean(`${prefix}${value}`);
  return whole.startsWith(prefix) ? whole.slice(prefix.length) : clean(value);
}

/** A diagnosis, each of its texts cleaned. */
export function hideDiagnosis(diagnosis: Diagnosis, clean: Clean): Diagnosis {
  const list = (texts: readonly string[]): string[] => texts.map(clean);
  const named = <T extends { part: string; name: string; reason: string }>(it: T): T => ({
    ...it,
    part: clean(it.part),
    name: clean(it.name),
    reason: clean(it.reason),
  });
  return {
    answer: diagnosis.answer,
    faults: diagnosis.faults.map((fault) => ({
      ...named(fault),
      evidence: fault.evidence.map((seen) => ({
        ...seen,
        block: clean(seen.block),
        title: clean(seen.title),
        message: seen.message === null ? null : clean(seen.message),
        step: seen.step === null ? null : clean(seen.step),
      })),
      explains: list(fault.explains),
      notKnownBelow: list(fault.notKnownBelow),
    })),
    consequences: diagnosis.consequences.map((it) => ({ ...named(it), of: list(it.of) })),
    unknown: diagnosis.unknown.map(named),
    states: Object.fromEntries(Object.entries(diagnosis.states).map(([part, state]) => [clean(part), state])),
  };
}

/** What an outcome asks of people, each text cleaned. */
export function hideOutcome(outcome: TriageOutcome, clean: Clean) {
  const { owner, channel, acknowledge, next } = outcome;
  const level = ({ name, team }: { name: string; team: string | null }) => ({
    name: clean(name),
    team: team === null ? null : clean(team),
  });
  return {
    what: outcome.do.map(clean),
    of: level(owner),
    channel: clean(channel),
    by: acknowledge.by,
    within: clean(acknowledge.within),
    next: { ...level(next), after: clean(next.after), at: next.at },
  };
}
