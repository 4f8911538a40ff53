import { createHash } from 'node:crypto';
import { type DeclaredSecrets, declaredSecrets } from '../redact/declared-secrets.ts';
import type { RemovedKind } from '../redact/removed-kinds.ts';
import { openCleanTexts } from './clean-texts.ts';

/** A secret in a file of a tree; never the secret itself. `offset` counts in UTF-16 units. */
export interface SecretFound {
  offset: number;
  message: string;
}

/** A part of a file that is judged by itself, with where it begins. */
export interface FilePart {
  text: string;
  offset: number;
}

/** Looks for secrets in what authors write: nothing of a file that holds one is used, shown or cached. */
export interface SecretLook {
  /** All secrets of a page. */
  inPage(text: string): Promise<SecretFound[]>;
  /** Of one that was read before by the same code, and was clean: its own secrets may be set only now. */
  inKnownPage(text: string): SecretFound[];
  /** All secrets of a file that is judged by its parts, which are asked for only where it is not known to be clean. */
  inParts(text: string, partsOf: () => readonly FilePart[]): Promise<SecretFound[]>;
  /** A text of ours that quotes what authors wrote. */
  redact(text: string): Promise<string>;
  /** Keeps which files were clean, for the next command. */
  save(): Promise<void>;
}

/** What a file may not hold, and how it is called. What is left (credentials by their label, whom to write to) is ordinary in a page. */
const names: Partial<Record<RemovedKind, string>> = {
  'recovery-phrase': 'a recovery phrase',
  'private-key': 'a private key',
  'card-number': 'a card number',
  jwt: 'a JWT',
  'api-key': 'an API key',
};

const grave =
  'Take it out, and out of the history of the repository, too. Whoever has seen it can take the money: its owner needs a new wallet now.';
const usual = 'Take it out, and out of the history of the repository, too; then have it replaced.';

export interface SecretLookOptions {
  root: string;
  /** Values of the secrets that the tree declares, by name. */
  declared: Readonly<Record<string, string>>;
  cacheFolder?: string | undefined;
}

export async function openSecretLook({ root, declared, cacheFolder }: SecretLookOptions): Promise<SecretLook> {
  const secrets = Object.keys(declared).length === 0 ? null : declaredSecrets(declared);
  let loading: ReturnType<typeof loadRedaction> | null = null;
  // Files that are known to be clean need none of it, and start-up is part of the product.
  const load = (): ReturnType<typeof loadRedaction> => {
    loading ??= loadRedaction();
    return loading;
  };
  const clean = await openCleanTexts(root, cacheFolder);
  const byForm = async ({ text, offset }: FilePart): Promise<SecretFound[]> => {
    const { findRemovals, toolsFor } = await load();
    return findRemovals(text, await toolsFor(text)).flatMap(({ kind, start }) => {
      const name = names[kind];
      const advice = kind === 'recovery-phrase' || kind === 'private-key' ? grave : usual;
      return name === undefined ? [] : [{ offset: offset + start, message: `The file holds ${name}. ${advice}` }];
    });
  };
  const inOrder = (found: SecretFound[]): SecretFound[] => found.sort((a, b) => a.offset - b.offset);
  return {
    inPage: async (text) => inOrder([...inDeclared(text, secrets), ...(await byForm({ text, offset: 0 }))]),
    inKnownPage: (text) => inDeclared(text, secrets),
    async inParts(text, partsOf) {
      const declaredOnes = inDeclared(text, secrets);
      const hash = createHash('sha256').update(text).digest('base64url');
      if (clean.has(hash)) return declaredOnes;
      const found = (await Promise.all(partsOf().map(byForm))).flat();
      if (found.length === 0) clean.add(hash);
      return inOrder([...declaredOnes, ...found]);
    },
    async redact(text) {
      const { redactWith, toolsFor } = await load();
      return redactWith(text, await toolsFor(text), { secrets, contacts: 'kept' }).text;
    },
    save: clean.save,
  };
}

async function loadRedaction() {
  const { createToolBox, findRemovals, redactWith } = await import('../redact/redact.ts');
  return { findRemovals, redactWith, toolsFor: createToolBox() };
}

function inDeclared(text: string, secrets: DeclaredSecrets | null): SecretFound[] {
  return (secrets?.find(text) ?? []).map(({ start, name }) => ({
    offset: start,
    message: `The file holds the value of the secret \`${name}\`. ${usual}`,
  }));
}
