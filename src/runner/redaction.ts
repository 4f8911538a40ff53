import { declaredSecrets } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';

/** What one attempt's texts are held against. */
export interface Known {
  /** Secrets that the attempt had, by name. */
  secrets: Readonly<Record<string, string>>;
  /** Values that have the form of a key and are none: the hashes that the check was asked about. */
  hashes: readonly string[];
}

/**
 * Makes ready what takes secrets out of the texts of one attempt: those it had, and whatever has the form
 * of one. `texts` are all of them in one; where they are empty, nothing is done.
 */
export type Redaction = (texts: string, known: Known) => Promise<(text: string) => string>;

/** The redaction of a thread: word lists are loaded by the first text that may hold a phrase, once. */
export function createRedaction(): Redaction {
  const toolsFor = createToolBox();
  return async (texts, known) => {
    if (texts === '') return (text) => text;
    const secrets = declaredSecrets(known.secrets);
    const tools = await toolsFor(texts);
    const [hide, show] = standIns(known.hashes);
    return (text) => show(redactWith(hide(text), tools, { secrets }).text);
  };
}

/** Puts signs that nothing takes for a secret in the place of `values`, and back. A lone `0x` is no part of a value. */
function standIns(values: readonly string[]): [hide: (text: string) => string, show: (text: string) => string] {
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
