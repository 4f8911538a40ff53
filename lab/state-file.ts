/** `lab.json`: where a running lab tells other processes of this machine's user how to reach it. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WorldState, worldStateSchema } from './contract.ts';

const fileName = 'lab.json';
/** Only its owner may read it, because it holds the control token. */
const mode = 0o600;

/** Writes the file as a whole; a reader never sees half of it. */
export async function writeState(dir: string, state: WorldState): Promise<void> {
  await mkdir(dir, { recursive: true });
  const draft = join(dir, `${fileName}.${process.pid}`);
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode });
  await rename(draft, join(dir, fileName));
}

/** The state of the lab that was written last; `null` when there is none, or the file is not one. */
export async function readState(dir: string): Promise<WorldState | null> {
  try {
    const text = await readFile(join(dir, fileName), 'utf8');
    return worldStateSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Removes the file; none is no error. */
export async function removeState(dir: string): Promise<void> {
  await rm(join(dir, fileName), { force: true });
}
