/** A part of a text that holds percent-encoding, decoded: an address, a form's body. */
export interface PercentRun {
  text: string;
  /** Where in the encoded text the decoded one's character at `index` begins; at its length, where the run ends. */
  placeOf(index: number): number;
}

const isEnd = (code: number): boolean =>
  code <= 32 || code === 34 || code === 39 || code === 60 || code === 62 || code === 92 || code === 96;
const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
const isEscape = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 37 && isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2));

/** The runs of a text, in its order: each goes from a blank, a quote or a bracket to the next. Linear. */
export function percentRuns(text: string): PercentRun[] {
  const runs: PercentRun[] = [];
  let done = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
    if (!isEscape(text, at)) {
      at += 1;
      continue;
    }
    let start = at;
    while (start > done && !isEnd(text.charCodeAt(start - 1))) start -= 1;
    let end = at + 3;
    while (end < text.length && !isEnd(text.charCodeAt(end))) end += 1;
    runs.push(decode(text, start, end));
    done = end;
    at = end;
  }
  return runs;
}

function decode(text: string, start: number, end: number): PercentRun {
  const decoder = new TextDecoder();
  const places: number[] = [];
  let decoded = '';
  for (let at = start; at < end; ) {
    if (!isEscape(text, at)) {
      places.push(at);
      decoded += text[at];
      at += 1;
      continue;
    }
    const bytes: number[] = [];
    for (let next = at; next < end && isEscape(text, next); next += 3)
      bytes.push(Number.parseInt(text.slice(next + 1, next + 3), 16));
    const part = decoder.decode(Uint8Array.from(bytes));
    let byte = 0;
    for (const character of part) {
      for (let unit = 0; unit < character.length; unit += 1) places.push(Math.min(at + byte * 3, end));
      const code = character.codePointAt(0) ?? 0;
      // What is no UTF-8 became one character a byte or so; its place is no more than near.
      byte += code === 0xfffd ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    decoded += part;
    at += bytes.length * 3;
  }
  places.push(end);
  return { text: decoded, placeOf: (index) => places[index] ?? end };
}
