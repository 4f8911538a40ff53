import type { OpenLab } from './open-lab.ts';
import { stateFolder } from './state-folder.ts';

/** Lets other commands find a lab that this process has started, to break it or to use it; returns how to take that back. */
export async function announceLab(lab: OpenLab): Promise<() => Promise<void>> {
  if (lab.wasRunning) return async () => {};
  const { removeState, writeState } = await import('../../lab/state-file.ts');
  await writeState(stateFolder, lab.state);
  return () => removeState(stateFolder);
}
