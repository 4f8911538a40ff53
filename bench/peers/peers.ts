import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { Peer } from '../contender.ts';
import { docDetective } from './doc-detective.ts';
import { hurl } from './hurl.ts';
import { newman } from './newman.ts';
import { stepci } from './stepci.ts';
import { zxEach } from './zx-each.ts';

const home = (id: string): string => join(packageRoot, '.runlight', 'bench', id);

/** Who runs checks as Runlight does, the fastest first. */
export const peers = [
  hurl(home('hurl')),
  stepci(home('stepci')),
  newman(home('newman')),
  docDetective(home('doc-detective')),
  zxEach(),
] as const satisfies readonly Peer[];
