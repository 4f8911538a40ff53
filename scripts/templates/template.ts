import type { Escalation } from '../../src/schemas/escalation.ts';

/** What a template may build on: the tree as it is. */
export interface TemplateFacts {
  name: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The first team of the configuration. */
  team: string;
  /** A target of the environment to begin with; `null` where the tree has none. */
  target: string | null;
  /** A block that asks nobody for anything, and its page; `null` where the tree has none. */
  block: { id: string; page: string } | null;
  escalation: Escalation;
  /** Ids of the topics that help articles have. */
  topics: readonly string[];
  /** Keys of the configuration's languages. */
  locales: readonly string[];
  /** Whether the tree has this file or folder, by its path from the root. */
  has(path: string): boolean;
}

export interface NewFile {
  /** From the root. */
  path: string;
  text: string;
}

export interface Template {
  pattern: RegExp;
  /** Completes "expected …". */
  expected: string;
  /** What is written; the first is the one to begin with. */
  files(facts: TemplateFacts): NewFile[];
  /** Other files that would clash with it. */
  twins(name: string): string[];
  /** What to do then, `path` being the first file's. */
  next(facts: TemplateFacts, path: string): string[];
}

/** `quote-missing` → `Quote missing`. */
export function titleFrom(name: string): string {
  const words = (name.split('/').at(-1) ?? name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
