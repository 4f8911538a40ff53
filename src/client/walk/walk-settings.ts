import type { Escalation } from '../../schemas/escalation.ts';
import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import type { Tree } from '../../schemas/tree.ts';
import type { PageSettings } from '../page-settings.ts';

/** A page that a walk leads to. */
export interface WalkLink {
  title: string;
  href: string;
}

/** What the page of a tree knows: the tree, those that it leads to, and the names of what they name. */
export interface WalkSettings extends PageSettings {
  words: ResultWords & { run: RunWords };
  /** Id of the page's tree. */
  tree: string;
  /** By id: it, and those that it leads to. */
  trees: Readonly<Record<string, Tree>>;
  escalation: Escalation;
  /** By `tree#node`, for nodes whose check is a block of a page. */
  blocks: Readonly<Record<string, WalkLink & { page: string }>>;
  /** Runbooks by their ids. */
  pages: Readonly<Record<string, WalkLink>>;
}

/** The page's settings; `null` where it is no tree's. */
export function readWalkSettings(): WalkSettings | null {
  const settings = JSON.parse(document.getElementById('rl-page')?.textContent ?? 'null') as WalkSettings | null;
  return settings?.words.run && settings.trees ? settings : null;
}
