import { createToolBox, type RedactOptions, type RedactTools, redactWith } from './redact.ts';

/**
 * The same JSON without its secrets, keys of objects included: for what was made elsewhere, or by an earlier
 * version. A text is judged with the name under which it stands (a hash is told from a key by it), and a
 * reading's value with the reading's name. Tools are loaded once, where some text needs them; rejects when
 * they cannot be loaded.
 */
export async function redactJson<T>(
  value: T,
  options: RedactOptions = {},
  toolsFor: (text: string) => Promise<RedactTools> = createToolBox(),
): Promise<T> {
  const texts: string[] = [];
  collect(value, texts);
  return redactJsonWith(value, await toolsFor(texts.join('\n')), options);
}

/** As `redactJson`, with what it needs at hand. */
export function redactJsonWith<T>(value: T, tools: RedactTools, options: RedactOptions = {}): T {
  const walk = (part: unknown, name: string | null): unknown => {
    if (typeof part === 'string') return redactNamed(name, part, tools, options);
    if (typeof part === 'number') return redactNumber(name, part, tools, options);
    if (Array.isArray(part)) return part.map((each) => walk(each, name));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, its]) => [redactWith(key, tools, options).text, walk(its, nameOf(part, key))]),
    );
  };
  return walk(value, null) as T;
}

/** The text of a field, judged as `name: text`. */
export function redactNamed(
  name: string | null,
  text: string,
  tools: RedactTools,
  options: RedactOptions = {},
): string {
  if (name === null) return redactWith(text, tools, options).text;
  const prefix = `${name}: `;
  const safe = redactWith(prefix + text, tools, options).text;
  // A name that is a secret itself, or that goes into one with its text, tells nothing of the text.
  return safe.startsWith(prefix) ? safe.slice(prefix.length) : redactWith(text, tools, options).text;
}

/** A number stays one, unless its digits are a secret: a card's number. */
export function redactNumber(
  name: string | null,
  value: number,
  tools: RedactTools,
  options: RedactOptions = {},
): number | string {
  if (!Number.isSafeInteger(value) || value < smallestCard) return value;
  const text = String(value);
  const safe = redactNamed(name, text, tools, options);
  return safe === text ? value : safe;
}

/** Twelve digits: no card's number has fewer. */
const smallestCard = 1e11;

/** Fields whose names are ours, and say nothing of what stands in them. */
const ours = new Set(['title', 'text', 'message', 'hint', 'block', 'page', 'file', 'url', 'name']);

/** What names the value at `key`: of `{ name: "/hash", value: … }` the name. */
function nameOf(part: object, key: string): string | null {
  if (ours.has(key)) return null;
  return key === 'value' && 'name' in part && typeof part.name === 'string' ? part.name : key;
}

function collect(part: unknown, texts: string[]): void {
  if (typeof part === 'string') texts.push(part);
  else if (typeof part === 'object' && part !== null)
    for (const [key, its] of Object.entries(part)) {
      if (!Array.isArray(part)) texts.push(key);
      collect(its, texts);
    }
}
