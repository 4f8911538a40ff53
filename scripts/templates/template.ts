export interface TemplateFacts {
  name: string;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The first team of the configuration. */
  team: string;
  /** A target of the environment to begin with; `null` where the tree has none. */
  target: string | null;
}

export interface Template {
  pattern: RegExp;
  /** Completes "expected …". */
  expected: string;
  /** Where the file goes, from the root. */
  path(name: string): string;
  /** Files that would clash with it. */
  twin(name: string): string[];
  text(facts: TemplateFacts): string;
  next(name: string, path: string): string[];
}

/** `quote-missing` → `Quote missing`. */
export function titleFrom(name: string): string {
  const words = (name.split('/').at(-1) ?? name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
