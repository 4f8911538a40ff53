/** So many columns can be named on a phone; `styles/page.css` has a line for each. */
const most = 8;

/**
 * A table's `style`, by which each cell says its column where a row becomes lines: the names stand once in the table, and not
 * in each cell. `null` where no column but the first has a name: the first cell is the line's beginning, and needs none.
 *
 * @param names - Of the columns, in their order; an empty one is not said.
 */
export function columnLabels(names: readonly string[]): string | null {
  const labels = names
    .slice(0, most)
    .flatMap((name, index) => (index === 0 || name === '' ? [] : [`--c${index + 1}:'${escapeString(name)}'`]));
  return labels.length > 0 ? labels.join(';') : null;
}

/** What could end a string in CSS, or break its line. */
const escapeString = (text: string): string => text.replace(/[\\']/g, '\\$&').replace(/\s+/g, ' ');
