import type { Diagnosis } from '../../schemas/diagnosis.ts';

/** What a part has to do with the fault. `label` is short; empty where there is nothing to say. */
export interface PartRole {
  role: 'fault' | 'also-fault' | 'consequence' | 'unknown' | 'none';
  label: string;
}

export function partRole(
  part: string,
  { faults, consequences, states }: Diagnosis,
  nameOf: (part: string) => string,
): PartRole {
  const rank = faults.findIndex((fault) => fault.part === part);
  // The likeliest stands first.
  if (rank >= 0) return { role: rank === 0 ? 'fault' : 'also-fault', label: rank === 0 ? 'At fault' : 'Also at fault' };
  const consequence = consequences.find((each) => each.part === part);
  if (consequence) {
    const [first = '', ...others] = consequence.of;
    const label = others.length === 0 ? nameOf(first) : `${consequence.of.length} parts at fault`;
    return { role: 'consequence', label: `because of ${label}` };
  }
  return { role: states[part] === 'unknown' ? 'unknown' : 'none', label: '' };
}
