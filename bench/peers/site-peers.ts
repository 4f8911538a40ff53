import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { SitePeer } from '../site-maker.ts';
import { docusaurus } from './docusaurus.ts';
import { material } from './material.ts';
import { defaultEngine, remarkEngine, starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

const home = (id: string): string => join(packageRoot, '.runlight', 'bench', id);

/** Who makes sites of Markdown. The first is what Runlight itself is built on: the others are held against it. */
export const sitePeers = [
  starlight(home('starlight'), defaultEngine),
  starlight(home('starlight'), remarkEngine),
  vitepress(home('vitepress')),
  docusaurus(home('docusaurus')),
  material(home('material')),
] as const satisfies readonly SitePeer[];
