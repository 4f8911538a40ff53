import type { Incident } from '../../schemas/incident.ts';

/** Something that an incident left to do: a follow-up, or its review. */
export interface DueWork {
  incident: string;
  what: string;
  owner: string;
  /** `YYYY-MM-DD`. */
  due: string;
  isOverdue: boolean;
}

/** What is not done yet, the most urgent first. `today` is `YYYY-MM-DD`. */
export function dueWork(incidents: Readonly<Record<string, Incident>>, today: string): DueWork[] {
  return Object.entries(incidents)
    .flatMap(([incident, { followUps, review, title }]) =>
      [
        ...followUps.filter(({ done }) => done === undefined),
        ...(review && review.done === undefined ? [{ ...review, what: `Review: ${title}` }] : []),
      ].map(({ what, owner, due }) => ({ incident, what, owner, due, isOverdue: due < today })),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
}
