import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';

/** What Runlight keeps between commands: where a running lab is, budgets, caches. */
export const stateFolder = join(packageRoot, '.runlight');
