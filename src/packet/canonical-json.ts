/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON in the one form that RFC 8785 gives to the same data: no blanks, keys in the order of their UTF-16
 * units, numbers and texts as ECMAScript writes them. Throws on what has no such form: a number that is
 * none, half a surrogate pair, and whatever is no JSON.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no form in JSON.`);
      return JSON.stringify(value);
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('A text holds half a surrogate pair.');
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? ofList(value) : ofObject(value);
    default:
      throw new TypeError(`A value of type ${typeof value} has no form in JSON.`);
  }
}

function ofList(list: readonly unknown[]): string {
  return `[${Array.from(list, canonicalJson).join(',')}]`;
}

function ofObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('Only plain objects have a form in JSON.');
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${canonicalJson(key)}:${canonicalJson(each)}`).join(',')}}`;
}
