import { readFile, stat } from 'node:fs/promises';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { redactJson } from '../redact/redact-json.ts';
import type { Proof } from '../schemas/proof.ts';
import { internalResultsSchema } from '../schemas/published.ts';

/** The proofs in a results file, by block, without secrets that whoever wrote it left in; read again when the file has changed, none while it cannot be read. */
export function publishedProofs(
  file: string,
  secrets: DeclaredSecrets | null = null,
): () => Promise<Readonly<Record<string, Proof>>> {
  let known = '';
  let proofs: Readonly<Record<string, Proof>> = {};
  return async () => {
    const version = await stat(file).then(
      ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
      () => '',
    );
    if (version === known) return proofs;
    known = version;
    const read = internalResultsSchema.safeParse(
      await readFile(file, 'utf8')
        .then((text) => redactJson(JSON.parse(text) as unknown, { secrets }))
        .catch(() => null),
    );
    proofs = read.success ? read.data.blocks : {};
    return proofs;
  };
}
