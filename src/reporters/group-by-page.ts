import type { Result } from '../schemas/report.ts';

/** Results by their page's file, pages in the order of their first result. */
export function groupByPage(results: readonly Result[]): Map<string, Result[]> {
  return Map.groupBy(results, (result) => result.page.file);
}
