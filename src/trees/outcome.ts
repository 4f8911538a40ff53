import type { Escalation } from '../schemas/escalation.ts';
import type { OutcomeNode } from '../schemas/tree.ts';
import type { TriageOutcome } from '../schemas/triage.ts';

/** An outcome with its roles' names and, counted from `now`, its times. `name` is the node's, as the walk calls it. */
export function outcomeOf(name: string, node: OutcomeNode, escalation: Escalation, now: Date): TriageOutcome {
  const level = ({ role, team }: { role: string; team?: string | undefined }) => {
    const known = Object.hasOwn(escalation.roles, role) ? escalation.roles[role] : undefined;
    return { role, name: known?.name ?? role, team: team ?? known?.team ?? null };
  };
  const at = (ms: number | null): string | null => (ms === null ? null : new Date(now.getTime() + ms).toISOString());
  return {
    node: name,
    title: node.outcome,
    severity: node.severity,
    owner: level(node.owner),
    channel: node.channel,
    acknowledge: { within: node.acknowledge.text, by: at(node.acknowledge.ms) },
    next: { ...level(node.next), after: node.next.after.text, at: at(node.next.after.ms) },
    do: node.do,
    runbook: node.runbook ?? null,
    macro: node.macro ?? null,
    attach: node.attach,
  };
}
