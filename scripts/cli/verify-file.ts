import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { PacketKeys } from '../../src/packet/check-signature.ts';
import { type Verification, verifyPacket } from '../../src/packet/verify.ts';
import { loadConfig } from '../../src/project/load-config.ts';
import { redact } from '../../src/redact/redact.ts';
import { formatDiagnostic } from '../../src/schemas/diagnostic.ts';
import { UsageError } from './define-command.ts';
import { rootFrom } from './open-project.ts';
import { packetSigner } from './packet-signer.ts';
import { treeAround } from './tree-around.ts';

const mostBytes = 32 * 1024 * 1024;

/**
 * Says whether a file, or standard input, is a packet as it was sealed. Exit code 0: it is; 1: it was changed,
 * or its signature is bad or of none of the team's keys; 2: there is no packet in it.
 */
export async function verifyFile(
  file: string,
  { root, json, signed }: { root: string | undefined; json: boolean; signed: boolean },
): Promise<number> {
  const keys = await knownKeys(root);
  const found = verifyPacket(await readPacket(file), keys);
  if (found === null) {
    const message =
      'There is no packet in it: neither the seal of a Markdown packet, nor JSON with `content` and `seal`.';
    if (json) process.stdout.write(`${JSON.stringify({ packet: null, state: 'none', message }, null, 2)}\n`);
    else process.stderr.write(`${message}\n`);
    return 2;
  }
  const isTrusted = trusts(found, keys, signed);
  const state = !found.isUnchanged ? 'changed' : isTrusted ? 'unchanged' : 'not-trusted';
  const { id, form, why, signature } = found;
  const message = sentences(found, keys);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ packet: id, form, state, why, signature, message: message.join(' ') }, null, 2)}\n`,
    );
  else process.stdout.write(`${message.join('\n')}\n`);
  return state === 'unchanged' ? 0 : 1;
}

/** The team's keys, and this machine's own. A configuration that cannot be read is no reason to trust anybody. */
async function knownKeys(given: string | undefined): Promise<PacketKeys> {
  const root = given === undefined ? treeAround() : rootFrom(given);
  const own = packetSigner(process.env);
  const { config, diagnostics } = root === null ? { config: null, diagnostics: [] } : await loadConfig(root);
  if (diagnostics.length > 0)
    throw new UsageError(`${diagnostics.map(formatDiagnostic).join('\n')}\nThe team's keys stand in this file.`);
  return { ...(own ? { RUNLIGHT_PACKET_KEY: own.publicKey } : {}), ...config?.packetKeys };
}

async function readPacket(file: string): Promise<string> {
  if (file === '-') {
    if (process.stdin.isTTY) process.stderr.write('Reading from the terminal; Ctrl-D ends it.\n');
    return readAll(process.stdin);
  }
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > mostBytes)
    throw new UsageError(`\`${(await redact(file)).text}\` is no file that can be read, of at most 32 MB.`);
  return readFile(file, 'utf8');
}

/** Whether the signature is what is asked for. Who has told Runlight the team's keys wants no others. */
function trusts({ signature }: Verification, keys: PacketKeys, mustBeSigned: boolean): boolean {
  switch (signature.state) {
    case 'good':
      return true;
    case 'bad':
      return false;
    case 'unknown-key':
      return !mustBeSigned && Object.keys(keys).length === 0;
    case 'none':
      return !mustBeSigned;
  }
}

function sentences({ id, isUnchanged, why, signature }: Verification, keys: PacketKeys): string[] {
  const name = id === null ? 'The packet' : `\`${id}\``;
  return [isUnchanged ? `${name} is unchanged.` : `${name} was changed. ${why}`, signatureSentence(signature, keys)];
}

function signatureSentence(signature: Verification['signature'], keys: PacketKeys): string {
  switch (signature.state) {
    case 'good':
      return `The seal is signed by \`${signature.key}\`.`;
    case 'bad':
      return 'The signature is bad: the seal was made or changed by somebody without the key.';
    case 'unknown-key':
      return `The seal is signed by a key that nobody here knows, \`${signature.publicKey}\`, so that says nothing of who made it.${Object.keys(keys).length === 0 ? ' `packetKeys` in `runlight.config.ts` names the keys that are known.' : ''}`;
    case 'none':
      return 'The seal is not signed: its checksum tells a slip, and not somebody who changes a packet on purpose and seals it again.';
  }
}
