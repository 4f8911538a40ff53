import { declaredSecrets } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';

/**
 * Makes ready what takes secrets out of the texts of one attempt: those of `secrets`, and whatever has the
 * form of one. `texts` are all of them in one; where they are empty, nothing is done.
 */
export type Redaction = (texts: string, secrets: Readonly<Record<string, string>>) => Promise<(text: string) => string>;

/** The redaction of a thread: word lists are loaded by the first text that may hold a phrase, once. */
export function createRedaction(): Redaction {
  const toolsFor = createToolBox();
  return async (texts, values) => {
    if (texts === '') return (text) => text;
    const secrets = declaredSecrets(values);
    const tools = await toolsFor(texts);
    return (text) => redactWith(text, tools, { secrets }).text;
  };
}
