import type { Removed } from '../redact/removed-kinds.ts';

/** What may be shown and used of a text that somebody typed or pasted. */
export type Typed =
  /** It holds a recovery phrase or a private key: nothing of it. */
  | { kind: 'secret' }
  /** The text without what redaction took out of it. */
  | { kind: 'safe'; text: string; removed: readonly Removed[] };

/** Judges a text that was typed where `expected` belongs (see `expectsOf`). Rejects when what recognises secrets cannot be loaded; then use nothing of it. */
export type RedactTyped = (typed: string, expected: string) => Promise<Typed>;

/** What recognises secrets is loaded with the first text that is not empty, word lists when one needs them. */
export function createRedactTyped(): RedactTyped {
  let loading: ReturnType<typeof load> | null = null;
  return async (typed, expected) => {
    if (typed.trim() === '') return { kind: 'safe', text: typed, removed: [] };
    loading ??= load();
    // The site may be back the next time.
    const its = await loading.catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return its(typed, expected);
  };
}

async function load(): Promise<RedactTyped> {
  const [{ refuseSecret }, { expectsOf }, { createToolBox, redactWith }, { isGrave }, { mayHoldPhrase }] =
    await Promise.all([
      import('../redact/refuse-secret.ts'),
      import('../redact/expects.ts'),
      import('../redact/redact.ts'),
      import('../redact/removed-kinds.ts'),
      import('../redact/may-hold-phrase.ts'),
    ]);
  const toolsFor = createToolBox();
  return async (typed, expected) => {
    const expects = expectsOf(expected);
    // Line by line, since a hash is one only where nothing else is there; and as a whole, as phrases are broken over lines.
    const lines = expects === 'hash' ? typed.split('\n') : [typed];
    for (const line of lines) if ((await refuseSecret(line, { expects })) !== null) return { kind: 'secret' };
    if (lines.length > 1 && mayHoldPhrase(typed)) {
      const { holdsPhrase } = await import('../redact/holds-phrase.ts');
      if (await holdsPhrase(typed)) return { kind: 'secret' };
    }
    // A hash by itself could be a key; with its name before it, it is taken for what it is.
    const named = expects === 'hash' ? lines.map((line) => label + line.trim()).join('\n') : typed;
    const { text, removed } = redactWith(named, await toolsFor(named));
    if (removed.some(({ kind }) => isGrave(kind))) return { kind: 'secret' };
    return { kind: 'safe', text: expects === 'hash' ? text.replaceAll(label, '') : text, removed };
  };
}

const label = 'transaction hash: ';
