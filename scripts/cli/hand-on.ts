import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { PacketSigner } from '../../src/packet/seal.ts';
import { declaredValues } from '../../src/project/declared-values.ts';
import type { Project } from '../../src/project/load.ts';
import { makePacket } from '../../src/project/make-packet.ts';
import { createPaint } from '../../src/reporters/terminal/paint.ts';
import type { PacketAnswer } from '../../src/schemas/api.ts';
import { facts } from '../../src/schemas/case-facts.ts';
import type { PacketContent, PacketDraft } from '../../src/schemas/packet.ts';
import { UsageError } from './define-command.ts';

export interface HandOn {
  project: Project;
  signer: PacketSigner | null;
  /** Where it is written to; `null`: nowhere. */
  file: string | null;
  /** Whether somebody may be asked for what is missing. */
  mayAsk: boolean;
}

/**
 * Makes a packet of what a command found, asks for what is missing where somebody is there, writes it where
 * it is wanted, and says whether it is complete.
 */
export async function handOn(draft: PacketDraft, { project, signer, file, mayAsk }: HandOn): Promise<PacketAnswer> {
  const isAsking = mayAsk && file !== null && process.stdin.isTTY === true && process.stderr.isTTY === true;
  const whole = isAsking ? await ask(draft) : draft;
  const made = await makePacket(whole, { project, secrets: declaredValues(project, process.env), signer });
  if ('refused' in made) throw new UsageError(made.message);
  if (file !== null) {
    await write(file, extname(file) === '.json' ? `${JSON.stringify(made.packet, null, 2)}\n` : made.markdown);
    process.stderr.write(`${sayWritten(file, made.packet.content)}\n`);
  }
  return made;
}

async function ask(draft: PacketDraft): Promise<PacketDraft> {
  const { askMissing } = await import('./ask-missing.ts');
  const width = Math.max(40, Math.min(process.stderr.columns ?? 80, 100));
  return askMissing(draft, createPaint(!process.env.NO_COLOR), width);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`The packet could not be written to \`${file}\` (${code}).`);
  }
}

function sayWritten(file: string, { missing, removed }: PacketContent): string {
  const names = missing.map(
    ({ fact }) => `  ${fact === 'severity' ? 'Severity' : facts[fact].label}: --fact ${fact}=…`,
  );
  const took = removed.map(({ kind, count }) => `${count} × ${kind}`).join(', ');
  return [
    `The packet is in \`${file}\`. ${missing.length === 0 ? 'It is complete.' : 'It is not complete; it lacks:'}`,
    ...names,
    ...(took === '' ? [] : [`Removed from it: ${took}.`]),
  ].join('\n');
}
