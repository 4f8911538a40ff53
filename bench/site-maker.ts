import { join } from 'node:path';
import type { Installable } from './installable.ts';
import type { Command } from './measure.ts';

/** What a maker is to build: pages of 600 words with two blocks on each. */
export interface SiteJob {
  pages: number;
  /** An empty folder, its own. */
  folder: string;
}

/** A site that is ready to be built. */
export interface PreparedSite {
  command: Command;
  /** Before each build, not measured: takes away what was built and every cache, so that each build is cold. */
  renew(): Promise<void>;
  /** The pages that a build must make. */
  pages: readonly SitePage[];
}

export interface SitePage {
  /** The folder that is served. */
  output: string;
  /** As a browser asks for it: `/orders/page-0/`. */
  path: string;
}

/** Something that makes a site of Markdown. */
export interface SiteMaker {
  id: string;
  title: string;
  prepare(job: SiteJob): Promise<PreparedSite>;
}

export interface SitePeer extends SiteMaker, Installable {}

/** Words on a page, blocks not counted. */
export const words = 600;

export function fileOf({ output, path }: SitePage): string {
  return join(output, path.endsWith('/') ? `${path}index.html` : path);
}
