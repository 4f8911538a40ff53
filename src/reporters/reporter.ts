import type { ReporterFactory } from './define-reporter.ts';

// The interface stands in a file of its own, since the reporters below import it.
export type { Reporter, ReporterFactory, ReporterOptions } from './define-reporter.ts';

/**
 * Every reporter by the name that `--reporter` takes, each loaded when it is chosen: start-up is part
 * of the product. A new one is one file and one line here.
 */
export const reporters = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  junit: async () => (await import('./junit.ts')).junit,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
  sarif: async () => (await import('./sarif.ts')).sarif,
} as const satisfies Record<string, () => Promise<ReporterFactory>>;
