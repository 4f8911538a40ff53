import { fieldName } from './field-name.ts';

/**
 * The first of `paths` that holds something in a JSON object; `undefined` when none does. `source.body` is a
 * key in a key. In a list, a number is a place and a word the first entry of that `type`:
 * `threads.customer.body` is the body of the first thread that a customer wrote.
 */
export function valueAt(object: Readonly<Record<string, unknown>>, paths: readonly string[]): unknown {
  for (const path of paths) {
    const value = path.split('.').reduce<unknown>(step, object);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    if (/^\d+$/.test(key)) return value[Number(key)];
    return value.find((entry: unknown) => isObject(entry) && (entry.type === key || typeOfAuthor(entry) === key));
  }
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, key)) return value[key];
  const wanted = fieldName(key);
  const name = Object.keys(value).find((each) => fieldName(each) === wanted);
  return name === undefined ? undefined : value[name];
}

const typeOfAuthor = (entry: Record<string, unknown>): unknown =>
  isObject(entry.createdBy) ? entry.createdBy.type : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
