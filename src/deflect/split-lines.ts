import type { RecordSplitter, Split } from './split-records.ts';

/** One ticket with its conversation; what is longer is no line of an export. */
const longest = 16 * 1024 * 1024;

/** Lines of a JSONL text, however it was cut; empty ones are left out. */
export function splitLines(): RecordSplitter {
  let rest = '';
  let line = 1;
  const take = (isEnd: boolean): Split => {
    const split: Split = { records: [], broken: [] };
    const parts = rest.split('\n');
    rest = isEnd ? '' : (parts.pop() ?? '');
    for (const part of parts) {
      if (part.trim() !== '') split.records.push({ text: part, line });
      line += 1;
    }
    if (rest.length > longest) {
      split.broken.push({ line, why: 'it is longer than 16 MiB' });
      rest = '';
    }
    return split;
  };
  return {
    push(text) {
      rest += text;
      return text.includes('\n') || rest.length > longest ? take(false) : { records: [], broken: [] };
    },
    end: () => take(true),
  };
}
