import type { Layer } from './layer.ts';
import type { ReadingType } from './reading.ts';
import type { Unit } from './units.ts';

/** A parameter of a check, as its page says it. */
export interface SiteParam {
  name: string;
  /** Completes "expected …". */
  expected: string;
  isRequired: boolean;
  /** What it is when left out, as a page would write it; `null` where it is then not given at all. */
  default: string | null;
}

export interface SiteReading {
  name: string;
  type: ReadingType;
  unit: Unit | null;
  summary: string;
}

/** A block of the tree that uses a check. */
export interface SiteUse {
  /** Id of its page. */
  page: string;
  localId: string;
  title: string;
}

/** What the pages about a check say. Texts hold Markdown's backticks. */
export interface SiteCheck {
  summary: string;
  layer: Layer;
  /** Paragraphs of the docstring; none where the file has no docstring. */
  explanation: string[];
  params: SiteParam[];
  readings: SiteReading[];
  /** Whether rows may also name JSON pointers. */
  pointers: boolean;
  /** Names of environment variables. */
  secrets: string[];
  /** A block to copy. `from` is the one that it is; `null` where the check's own declarations made it. */
  example: { markdown: string; from: SiteUse | null };
  /** In the order of their pages. */
  uses: SiteUse[];
}
