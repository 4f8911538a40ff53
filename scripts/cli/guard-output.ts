import { createRequire } from 'node:module';
import type { DeclaredSecrets } from '../../src/redact/declared-secrets.ts';
import type { RedactOptions, RedactTools } from '../../src/redact/redact.ts';

type Write = NodeJS.WriteStream['write'];

// At once, and only where there is something to look at: start-up is part of the product, and a process that
// ends, or breaks, waits for nothing. Node keeps what was loaded.
const load = createRequire(import.meta.url);
const room = {
  declared: () => load('../../src/redact/declared-secrets.ts') as typeof import('../../src/redact/declared-secrets.ts'),
  keys: () => load('../../src/redact/remove-keys.ts') as typeof import('../../src/redact/remove-keys.ts'),
  scan: () => load('../../src/redact/scan-text.ts') as typeof import('../../src/redact/scan-text.ts'),
  lists: () => load('../../src/redact/load-word-lists.ts') as typeof import('../../src/redact/load-word-lists.ts'),
  may: () => load('../../src/redact/may-hold-phrase.ts') as typeof import('../../src/redact/may-hold-phrase.ts'),
  phrases: () => load('../../src/redact/remove-phrases.ts') as typeof import('../../src/redact/remove-phrases.ts'),
  proofs: () => load('../../src/redact/prove-key.ts') as typeof import('../../src/redact/prove-key.ts'),
  redact: () => load('../../src/redact/redact.ts') as typeof import('../../src/redact/redact.ts'),
};

/**
 * The process has one output, so what may not be on it is known in one place, too: the values of the secrets
 * that were declared so far, and their prepared search.
 */
const known: { values: Record<string, string>; search: DeclaredSecrets | null } = { values: {}, search: null };

/** From here on the values of these secrets are on neither output, whatever prints them. */
export function declareSecrets(values: Readonly<Record<string, string>>): void {
  if (Object.entries(values).every(([name, value]) => known.values[name] === value)) return;
  known.values = { ...known.values, ...values };
  known.search = room.declared().declaredSecrets(known.values);
}

/**
 * The last look at what this process prints. Standard output has data, which went through redaction where it
 * entered: it is held against declared secrets alone. Standard error has sentences, which may quote anything:
 * what somebody typed, the name of a file, what a library said. They also lose what has the form of a secret;
 * whom to write to stays, since authors write that. For the programs that people start; once.
 */
export function guardOutput(): void {
  guard(process.stdout, (text) => (known.search ? room.declared().withoutDeclared(text, known.search) : text));
  guard(process.stderr, (text) => sentence(text, { contacts: 'kept' }));
}

function guard(stream: NodeJS.WriteStream, safe: (text: string) => string): void {
  const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
  stream.write = ((chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? orNothing(safe, chunk) : chunk, ...rest)) as Write;
}

/** What cannot be looked at is not shown. */
function orNothing(safe: (text: string) => string, text: string): string {
  try {
    return safe(text);
  } catch {
    return 'A message could not be checked for secrets and is not shown.\n';
  }
}

/** A sentence of ours without secrets: those that were declared, and what has the form of one. */
export function sentence(text: string, options: Pick<RedactOptions, 'contacts'> = {}): string {
  return room.redact().redactWith(text, toolsNow(text), { ...options, secrets: known.search }).text;
}

/** As `createToolBox`, at once. */
function toolsNow(given: string): RedactTools {
  const text = room.redact().asRead(given);
  return {
    phrases: room.may().mayHoldPhrase(text) ? phrasesNow(text) : null,
    proofs: room.keys().mayNeedProof(text, room.scan().scanText(text)) ? room.proofs() : null,
  };
}

function phrasesNow(text: string): RedactTools['phrases'] {
  const { indexWords, languagesIn } = room.lists();
  const lists = languagesIn(text).map((name) => {
    const { wordlist } = load(`@scure/bip39/wordlists/${name}.js`) as { wordlist: readonly string[] };
    return { name, words: wordlist };
  });
  return { lists: indexWords(lists), find: room.phrases().phrases };
}
