import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** The folder of what is kept between commands and must be written: the one that `RUNLIGHT_DATA` names, else the tree's own `.runlight/`. */
export function dataFolder(root: string, env: Env): string {
  return env.RUNLIGHT_DATA || join(root, '.runlight');
}

/** The SQLite file with what the server of a tree keeps. */
export function dataFile(root: string, env: Env): string {
  return join(dataFolder(root, env), 'runlight.sqlite');
}
