import { join } from 'node:path';

/**
 * The SQLite file with what the server of a tree keeps: in the folder that `RUNLIGHT_DATA` names, else in
 * the tree's own `.runlight/`.
 */
export function dataFile(root: string, env: Readonly<Record<string, string | undefined>>): string {
  return join(env.RUNLIGHT_DATA || join(root, '.runlight'), 'runlight.sqlite');
}
