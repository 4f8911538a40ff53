import type { ReporterFactory } from './define-reporter.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

// The interface stands in a file of its own, since the reporters below import it.
export type { Reporter, ReporterFactory, ReporterOptions } from './define-reporter.ts';

/** Every reporter by the name that `--reporter` takes. A new one is one file and one line here. */
export const reporters = { terminal, json, junit, github, markdown, sarif } as const satisfies Record<
  string,
  ReporterFactory
>;
