import { join, resolve } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';

/**
 * What Runlight keeps between commands: where a running lab is, and budgets. `RUNLIGHT_STATE` names
 * another folder, for commands that must not find each other's lab.
 */
export const stateFolder = process.env.RUNLIGHT_STATE
  ? resolve(process.env.RUNLIGHT_STATE)
  : join(packageRoot, '.runlight');
