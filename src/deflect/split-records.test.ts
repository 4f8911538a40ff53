import { describe, expect, it } from 'vitest';
import { parseRecords } from './parse-records.ts';
import { type Split, splitRecords } from './split-records.ts';

function split(text: string, { delimiter = ',', piece = text.length } = {}): Split {
  const splitter = splitRecords(delimiter);
  const all: Split = { records: [], broken: [] };
  const add = ({ records, broken }: Split): void => {
    all.records.push(...records);
    all.broken.push(...broken);
  };
  for (let at = 0; at < text.length; at += piece) add(splitter.push(text.slice(at, at + piece)));
  add(splitter.end());
  return all;
}
const values = (text: string, columns: number, options = {}) =>
  parseRecords(split(text, options).records, { delimiter: ',', columns, ...options });

describe('records of a CSV file', () => {
  const hostile = 'id,text\r\n1,"two\nlines, and a ""quote"""\r\n\n2,plain\n3,"a\r\nb"';

  it.each([1, 2, 3, 7, 1000])('are the same, whichever way the text was cut (%i characters)', (piece) => {
    const { records, broken } = split(hostile, { piece });
    expect(broken).toEqual([]);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
    expect(parseRecords(records, { delimiter: ',', columns: 2 }).rows.map((row) => row.values)).toEqual([
      ['id', 'text'],
      ['1', 'two\nlines, and a "quote"'],
      ['2', 'plain'],
      ['3', 'a\r\nb'],
    ]);
  });

  it('a quote that is never closed costs its own line', () => {
    const { records, broken } = split('1,"open, and never closed\n2,"fine"\n3,fine\n');
    expect(broken).toEqual([{ line: 1, why: expect.stringContaining('quote') }]);
    expect(records.map(({ text }) => text)).toEqual(['2,"fine"', '3,fine']);
  });

  it('a quote that is never closed at the end of a file does, too', () => {
    const { records, broken } = split('1,a\n2,"open\n3,b\n');
    expect(broken).toMatchObject([{ line: 2 }]);
    expect(records.map(({ line }) => line)).toEqual([1, 3]);
  });

  it.each([1, 2, 3, 5, 8])(
    'a line that is given up is left out whole, whichever way it was cut (%i characters)',
    (piece) => {
      const { records, broken } = split('1,"a"b,c\r\n2,d\r3,"e" f\r4,g\n', { piece });
      expect(broken.map(({ line }) => line)).toEqual([1, 3]);
      expect(records).toEqual([
        { text: '2,d', line: 2 },
        { text: '4,g', line: 4 },
      ]);
    },
  );

  it('a line longer than what is kept is left out whole, too', () => {
    const { records, broken } = split(`1,"${'a'.repeat(3_000_000)}\n2,b\n`, { piece: 500_000 });
    expect(broken).toMatchObject([{ line: 1 }]);
    expect(records).toEqual([{ text: '2,b', line: 2 }]);
  });

  it('a quote inside of a value without quotes is a character', () => {
    expect(values('1,a 5" screen\n2,b', 2)).toEqual({
      rows: [
        { values: ['1', 'a 5" screen'], line: 1 },
        { values: ['2', 'b'], line: 2 },
      ],
      broken: [],
    });
  });

  it('rows with too many or too few values are named with their line, and the rest is used', () => {
    const { rows, broken } = values('1,a\n2,b,c\n3\n4,d', 2);
    expect(rows.map((row) => row.line)).toEqual([1, 4]);
    expect(broken).toEqual([
      { line: 2, why: 'it has 3 values, and the head 2' },
      { line: 3, why: 'it has 1 value, and the head 2' },
    ]);
  });

  it('lone carriage returns end lines, too', () => {
    expect(split('1,a\r2,b\r').records).toEqual([
      { text: '1,a', line: 1 },
      { text: '2,b', line: 2 },
    ]);
  });
});
