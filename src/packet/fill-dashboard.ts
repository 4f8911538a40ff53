/** Minutes before and after, so that the beginning and the end are seen, too. */
const margin = 15 * 60_000;

/** The time that a link shows: milliseconds since 1970, as Grafana takes them. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** From before the case was first seen, or before the check where that is not known, until after the check. */
export function windowOf(firstSeen: number | null, check: { startedAt: string; provenAt: string }): TimeWindow {
  const startedAt = Date.parse(check.startedAt);
  return { from: Math.min(firstSeen ?? startedAt, startedAt) - margin, to: Date.parse(check.provenAt) + margin };
}

/** A target's link with its `{from}` and `{to}` filled in. */
export function fillDashboard(link: string, { from, to }: TimeWindow): string {
  return link.replaceAll('{from}', String(from)).replaceAll('{to}', String(to));
}
