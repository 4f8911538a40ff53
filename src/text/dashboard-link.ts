/** The time that a link shows: milliseconds since 1970, as Grafana takes them. */
export interface TimeWindow {
  from: number;
  to: number;
}

/** What happened shows a while before and after it. Milliseconds. */
const margin = 15 * 60_000;

/** A target's dashboard with its `{from}` and `{to}` filled in, from 15 minutes before what is to be seen to 15 after. */
export function dashboardLink(template: string, { from, to }: TimeWindow): string {
  return template.replaceAll('{from}', String(from - margin)).replaceAll('{to}', String(to + margin));
}
