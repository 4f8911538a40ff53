/** What happened shows a while before and after it. Milliseconds. */
const around = 15 * 60_000;

/** A target's dashboard with `{from}` and `{to}` filled in, in milliseconds since 1970: from 15 minutes before `at` to 15 after. */
export function dashboardLink(template: string, at: number): string {
  return template.replaceAll('{from}', String(at - around)).replaceAll('{to}', String(at + around));
}
