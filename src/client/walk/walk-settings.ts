import type { Escalation } from '../../schemas/escalation.ts';
import type { MacroPanelData } from '../../schemas/macro-panel.ts';
import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import type { Tree } from '../../schemas/tree.ts';
import { type PageSettings, readSettings } from '../page-settings.ts';

/** A page that a walk leads to. */
export interface WalkLink {
  title: string;
  href: string;
}

/** What the page of a tree says itself. */
interface WalkPage extends PageSettings {
  words: ResultWords & { run: RunWords };
  /** Id of the page's tree. */
  tree: string;
}

/**
 * What a walk needs besides: `/trees/<id>/walk.json`. It is a file of its own since the trees that a tree leads
 * to may be all there are, and HTML must not grow with them.
 */
export interface WalkData {
  /** By id: it, and those that it leads to. */
  trees: Readonly<Record<string, Tree>>;
  escalation: Escalation;
  /** By `tree#node`, for nodes whose check is a block of a page. */
  blocks: Readonly<Record<string, WalkLink & { page: string }>>;
  /** Runbooks by their ids. */
  pages: Readonly<Record<string, WalkLink>>;
  /** The texts for users at which its walks may end, by their ids. */
  macros: Readonly<Record<string, MacroPanelData | null>>;
}

export type WalkSettings = WalkPage & WalkData;

/** The page's settings; `null` where it is no tree's, and where its data does not come. */
export async function readWalkSettings(): Promise<WalkSettings | null> {
  // `walk-data.ts` wrote it, and what runs is said on the internal site alone.
  const page = readSettings() as WalkPage | null;
  if (!page?.tree || !page.words.run) return null;
  try {
    const answer = await fetch(`${page.base}trees/${page.tree}/walk.json`);
    return answer.ok ? { ...page, ...((await answer.json()) as WalkData) } : null;
  } catch {
    return null;
  }
}
