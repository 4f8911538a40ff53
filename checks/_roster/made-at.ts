/** When an answer was made, by its headers: `Last-Modified`, else `Date` less `Age` of a cache; in seconds since 1970. */
export function madeAt(headers: Headers): number | null {
  const modified = Date.parse(headers.get('last-modified') ?? '');
  if (!Number.isNaN(modified)) return modified / 1000;
  const age = Number(headers.get('age') ?? Number.NaN);
  return Number.isFinite(age) && age >= 0 ? Date.now() / 1000 - age : null;
}
