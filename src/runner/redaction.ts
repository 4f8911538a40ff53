import { declaredSecrets } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';
import { standIns } from '../redact/stand-ins.ts';

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
