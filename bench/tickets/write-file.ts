import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type MakeOptions, makeTickets } from './make-tickets.ts';
import { exportForms } from './write-export.ts';

/** Writes made tickets as one export: `zendesk.csv`, `intercom.jsonl`, … */
export async function writeExport(file: string, form: keyof typeof exportForms, options: MakeOptions): Promise<void> {
  const { head, row } = exportForms[form];
  const out = createWriteStream(file);
  if (head !== null) out.write(`${head}\n`);
  for (const ticket of makeTickets(options)) if (!out.write(`${row(ticket)}\n`)) await once(out, 'drain');
  out.end();
  await finished(out);
}
