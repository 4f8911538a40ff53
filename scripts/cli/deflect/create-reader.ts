import { parseRecords } from '../../../src/deflect/parse-records.ts';
import { objectReader, rowReader, type TakenRow } from '../../../src/deflect/raw-ticket.ts';
import type { BrokenRecord, CsvRecord } from '../../../src/deflect/split-records.ts';
import type { DigestJob } from './digest-work.ts';

export interface ReadRows {
  rows: { row: TakenRow; line: number }[];
  broken: BrokenRecord[];
}

/** Reads records of an export as tickets, whichever way it is written. */
export function createReader({
  format,
  plan,
  head,
  delimiter,
}: Pick<DigestJob, 'format' | 'plan' | 'head' | 'delimiter'>): (records: readonly CsvRecord[]) => ReadRows {
  if (format === 'csv') {
    const read = rowReader(plan, head);
    return (records) => {
      const { rows, broken } = parseRecords(records, { delimiter, columns: head.length });
      return { rows: rows.map(({ values, line }) => ({ row: read(values), line })), broken };
    };
  }
  const read = objectReader(plan);
  return (records) => {
    const rows: ReadRows['rows'] = [];
    const broken: BrokenRecord[] = [];
    for (const { text, line } of records) {
      const object = parse(text);
      if (object === null) broken.push({ line, why: 'it is no JSON object' });
      else rows.push({ row: read(object), line });
    }
    return { rows, broken };
  };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
