import { parse } from 'csv-parse/sync';
import type { BrokenRecord, CsvRecord } from './split-records.ts';

export interface ParsedRow {
  values: string[];
  line: number;
}

/** Values of records, those that do not fit the head named and left out. `columns`: how many the head has; `null`: this is the head. */
export function parseRecords(
  records: readonly CsvRecord[],
  { delimiter, columns }: { delimiter: string; columns: number | null },
): { rows: ParsedRow[]; broken: BrokenRecord[] } {
  const rows: ParsedRow[] = [];
  const broken: BrokenRecord[] = [];
  const all = together(records, delimiter);
  for (const [place, { text, line }] of records.entries()) {
    const values = all === null ? alone(text, delimiter) : (all[place] ?? null);
    if (values === null) broken.push({ line, why: 'its quotes cannot be read' });
    else if (columns !== null && values.length !== columns)
      broken.push({
        line,
        why: `it has ${values.length} ${values.length === 1 ? 'value' : 'values'}, and the head ${columns}`,
      });
    else rows.push({ values, line });
  }
  return { rows, broken };
}

const options = (delimiter: string) =>
  ({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as const;

/** Many at once is much faster; `null`: one of them spoils the others. */
function together(records: readonly CsvRecord[], delimiter: string): string[][] | null {
  try {
    const rows = parse(records.map(({ text }) => text).join('\n'), options(delimiter)) as string[][];
    return rows.length === records.length ? rows : null;
  } catch {
    return null;
  }
}

function alone(text: string, delimiter: string): string[] | null {
  try {
    const rows = parse(text, options(delimiter)) as string[][];
    return rows.length === 1 ? (rows[0] ?? null) : null;
  } catch {
    return null;
  }
}
