import type { Root } from 'mdast';

/**
 * Pages that the scanner has parsed, by path from the root, for the site to draw without parsing them
 * again: parsing is two thirds of what a page's Markdown takes. Who takes a page out may change its tree.
 */
export type ParsedPages = Map<string, ParsedPage>;

export interface ParsedPage {
  /** The whole file; the tree's positions are of it. */
  text: string;
  tree: Root;
}
