/** Puts signs that nothing takes for a secret in the place of `values`, and back. A lone `0x` is no part of a value. */
export function standIns(values: readonly string[]): [hide: (text: string) => string, show: (text: string) => string] {
  const bare = [...new Set(values.map((value) => value.replace(/^0x/i, '')))].filter((value) => value.length >= 32);
  if (bare.length === 0) return [(text) => text, (text) => text];
  const found: string[] = [];
  const places = new RegExp(bare.map((value) => RegExp.escape(value)).join('|'), 'gi');
  return [
    (text) =>
      text.replace(places, (value) => {
        found.push(value);
        return `\uE000${found.length - 1}\uE001`;
      }),
    (text) => text.replace(/\uE000(\d{1,6})\uE001/g, (sign, index: string) => found[Number(index)] ?? sign),
  ];
}
