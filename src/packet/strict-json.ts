const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * Parses JSON that says everything once. Two readers may read the same key, given twice, differently, and a
 * number with more digits than a number has reads like another one: such a text could be changed, and still
 * be read as what it was. Throws `SyntaxError` on either, and on what is no JSON.
 */
export function parseStrictly(text: string): unknown {
  const data: unknown = JSON.parse(text);
  /** The keys of the objects that are open; `null` for a list. */
  const open: (Set<string> | null)[] = [];
  let before = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part.startsWith('"') && (before === '{' || before === ',')) refuseTwice(open.at(-1) ?? null, part);
    else if (/^[-\d]/.test(part)) refuseInexact(part);
    before = part;
  }
  return data;
}

function refuseTwice(keys: Set<string> | null, quoted: string): void {
  const key = JSON.parse(quoted) as string;
  if (keys?.has(key)) throw new SyntaxError('A key is given twice.');
  keys?.add(key);
}

function refuseInexact(number: string): void {
  if (digitsOf(number) !== digitsOf(String(Number(number))))
    throw new SyntaxError('A number has more digits than are read.');
}

/** A number's digits and where its point is, however it is written. */
function digitsOf(number: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? [];
  const all = `${whole}${fraction}`;
  const significant = all.replace(/^0+/, '').replace(/0+$/, '');
  if (significant === '') return '0';
  const point = whole.length + Number(exponent) - (all.length - all.replace(/^0+/, '').length);
  return `${sign}${significant}e${point}`;
}
