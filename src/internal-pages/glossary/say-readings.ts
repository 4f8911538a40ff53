/**
 * In how many families a code has a meaning, where it has several: `in 3 families`. `null` where it means one thing.
 *
 * @param ref - The entry, `family/entry`.
 * @param others - Entries that have the same code or text and mean something else.
 */
export function sayReadings(ref: string, others: readonly string[]): string | null {
  const refs = new Set([ref, ...others]);
  const families = new Set([...refs].map((each) => each.split('/')[0]));
  if (families.size > 1) return `in ${families.size} families`;
  return refs.size > 1 ? `${refs.size} readings` : null;
}
