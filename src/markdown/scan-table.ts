import type { Table, TableRow } from 'mdast';
import { parseExpectation, unitsOf } from '../checks/expectation.ts';
import { findMisfit } from '../checks/misfit.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import type { Expectation } from '../schemas/expectation.ts';
import type { Position, Row } from '../schemas/page.ts';
import type { ReadingSpec } from '../schemas/reading.ts';
import { suggest } from '../text/nearest.ts';
import { type Cell, readCell } from './cell.ts';
import type { Findings } from './page-world.ts';
import type { Source } from './source.ts';
import { type Column, columns } from './vocabulary.ts';

/** Reads a block's table. `check` is `null` when it is unknown: then readings are not held against it. */
export function scanTable(table: Table, check: RegisteredCheck | null, source: Source, findings: Findings): Row[] {
  const [header, ...body] = table.children;
  if (!header) return [];
  const order = scanHeader(header, source, findings);
  const rows: Row[] = [];
  const seen = new Set<string>();
  // Without its two columns a table says nothing that its rows could be held against.
  if (!order.includes('Reading') || !order.includes('Healthy')) return [];
  for (const line of body) {
    const row = scanRow(line, order, check, seen, source, findings);
    if (row) rows.push(row);
  }
  return rows;
}

function startOf(row: TableRow): Position {
  return { line: row.position?.start.line ?? 1, column: row.position?.start.column ?? 1 };
}

function scanHeader(header: TableRow, source: Source, findings: Findings): (Column | null)[] {
  const position = startOf(header);
  const order = header.children.map((cell) => {
    const { text, offset } = readCell(cell, source);
    const known = columns.find((column) => column === text);
    if (!known)
      findings.add(
        'unknown-column',
        source.at(offset),
        `\`${text}\` is not a column of a check block.${suggest(text, columns)}`,
      );
    return known ?? null;
  });
  for (const column of columns) {
    if (order.filter((name) => name === column).length > 1)
      findings.add('unknown-column', position, `The column \`${column}\` is there twice.`);
  }
  const misspelt = order.includes(null);
  for (const column of ['Reading', 'Healthy'] as const) {
    if (!order.includes(column) && !misspelt)
      findings.add('missing-column', position, `The table has no column \`${column}\`.`);
  }
  return order;
}

function scanRow(
  line: TableRow,
  order: (Column | null)[],
  check: RegisteredCheck | null,
  seen: Set<string>,
  source: Source,
  findings: Findings,
): Row | null {
  const position = startOf(line);
  const cells = line.children.map((cell) => readCell(cell, source));
  if (cells.length > order.length) {
    findings.add(
      'bad-expectation',
      position,
      `The row has ${cells.length} cells, its header ${order.length}. A \`|\` inside an expectation is written \`\\|\`.`,
    );
    return null;
  }
  const cell = (column: Column): Cell | null => {
    const index = order.indexOf(column);
    const found = index === -1 ? undefined : cells[index];
    return found && found.text !== '' ? found : null;
  };
  const name = cell('Reading');
  if (!name) {
    findings.add('unknown-reading', position, 'The row names no reading.');
    return null;
  }
  const spec = specOf(name, check, source, findings);
  if (seen.has(name.text)) {
    findings.add('duplicate-reading', source.at(name.offset), `\`${name.text}\` has a row already.`);
    return null;
  }
  seen.add(name.text);
  const healthyCell = cell('Healthy');
  const degradedCell = cell('Degraded');
  if (!healthyCell) findings.add('missing-healthy', position, `The row \`${name.text}\` does not say what healthy is.`);
  const healthy = healthyCell ? expectationOf(healthyCell, name.text, spec, source, findings) : null;
  const degraded = degradedCell ? expectationOf(degradedCell, name.text, spec, source, findings) : null;
  const units = [healthy, degraded].flatMap((expectation) => (expectation ? unitsOf(expectation) : []));
  if (name.text.startsWith('/') && new Set(units).size > 1)
    findings.add(
      'wrong-unit',
      position,
      `\`${name.text}\` is a plain JSON number; its row may write one unit, the one that the answer counts in.`,
    );
  return healthy ? { reading: name.text, healthy, degraded, meaning: cell('Meaning')?.text ?? null, position } : null;
}

function specOf(name: Cell, check: RegisteredCheck | null, source: Source, findings: Findings): ReadingSpec | null {
  if (!check) return null;
  const { readings, pointers } = check.definition;
  if (pointers && name.text.startsWith('/')) return { type: 'any', summary: 'A JSON pointer.' };
  const spec = Object.hasOwn(readings, name.text) ? readings[name.text] : undefined;
  if (!spec) {
    const also = pointers ? ' A JSON pointer begins with `/`.' : '';
    findings.add(
      'unknown-reading',
      source.at(name.offset),
      `\`${check.id}\` has no reading \`${name.text}\`.${suggest(name.text, Object.keys(readings))}${also}`,
    );
  }
  return spec ?? null;
}

function expectationOf(
  cell: Cell,
  reading: string,
  spec: ReadingSpec | null,
  source: Source,
  findings: Findings,
): Expectation | null {
  const at = source.at(cell.offset);
  const parsed = parseExpectation(cell.text);
  if (!parsed.ok) {
    findings.add(parsed.code, at, parsed.message);
    return null;
  }
  const misfit = spec ? findMisfit(parsed.expectation, reading, spec) : null;
  if (misfit) findings.add(misfit.code, at, misfit.message);
  return parsed.expectation;
}
