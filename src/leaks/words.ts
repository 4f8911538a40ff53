/** Text as a row of lower-case words, whatever markup, quoting or escaping stood between them. */
export function toWords(text: string): string[] {
  return text
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, ' ')
    .replace(/\\u[0-9a-f]{4}|\\[nrt]/gi, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** HTML as the text a reader sees and a crawler reads: tags become breaks, attributes are kept. */
export function withoutTags(html: string): string {
  return html.replace(/<\/?[a-z][a-z0-9-]*/gi, ' ').replace(/[<>]/g, ' ');
}

/** Every run of `length` words in `text`. */
export function shingles(text: string, length: number): Set<string> {
  const words = toWords(text);
  const runs = new Set<string>();
  for (let i = 0; i + length <= words.length; i += 1) runs.add(words.slice(i, i + length).join(' '));
  return runs;
}
