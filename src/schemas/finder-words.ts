import type { MatchField, SearchKind } from './search-kinds.ts';

/**
 * What the search box says, in one language and to one audience: `/search/words/<locale>.json`, asked for
 * when somebody opens it. What stands in braces is filled in by the browser.
 */
export interface FinderWords {
  /** The name of the list of results. */
  results: string;
  loading: string;
  /** Nothing could be loaded. */
  lost: string;
  /** Only the kinds that this site has. */
  kinds: Partial<Record<SearchKind, string>>;
  /** The heading of what was found in the text of pages. */
  pages: string;
  popular: string;
  recent: string;
  clear: string;
  cleared: string;
  /** The mark of the best match, and of an incident that is not over. */
  best: string;
  active: string;
  one: string;
  /** `{count}`. */
  more: string;
  /** `{query}`. */
  none: string;
  /** What to try when nothing was found. */
  tips: string[];
  list: string;
  /** The way to a person. */
  person: string;
  /** The same, as a link; `null` on the public site: there it goes through the app. */
  tree: string | null;
  /** Why something was found, by where: `{text}` is what stands there. */
  why: Record<Exclude<MatchField, 'title' | 'description'>, string>;
  /** `{typed}` and `{found}`. */
  readAs: string;
  corrected: string;
  /** What was pasted, and `{errors}` in it. */
  message: string;
  searchedFor: string;
  searchedWhole: string;
  /** `{count}` things were left out of what was pasted. */
  leftOutOne: string;
  leftOut: string;
  /** Why a text is refused, and what to do now. */
  refused: Record<Refused, string>;
  keys: string;
  device: string;
  /** The choice of the user's language; `null` on the public site: there it is the page's. */
  language: string | null;
}

/** A phrase or a key; 32 bytes in hex, a key or a hash; what could not be looked at. */
export type Refused = 'secret' | 'digest' | 'unchecked';
