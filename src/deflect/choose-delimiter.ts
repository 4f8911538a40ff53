/** What parts values: Excel writes `;` where a comma parts decimals. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** The sign that stands most often in the first line, outside of quotes. */
export function chooseDelimiter(head: string): string {
  const line = head.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const counts = delimiters.map((sign) => line.split(sign).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
